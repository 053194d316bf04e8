package dev.parley.network.relay;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One call's sockets. */
final class CallSockets {
  private final Exchange call;
  private final Sockets run;
  private final Map<RelaySocket, BoundSocket> open = new LinkedHashMap<>();
  private final Set<RelaySocket> names = new HashSet<>();
  private final AtomicLong droppedBefore = new AtomicLong();
  private boolean closed;

  CallSockets(Exchange call, Sockets run) {
    this.call = call;
    this.run = run;
  }

  /** Opens so many on each address; takes time, and is to be done where nobody waits for it. */
  List<BoundSocket> open(List<InetAddress> addresses, int perAddress) {
    List<BoundSocket> fresh = new ArrayList<>();
    try {
      for (InetAddress address : addresses) {
        for (int i = 0; i < perAddress; i++) {
          fresh.add(run.open(call, address));
        }
      }
    } catch (PortsExhaustedException e) {
      run.close(fresh, dropped -> {});
      throw e;
    }
    return fresh;
  }

  /** Takes in what was opened. */
  List<RelaySocket> lease(List<BoundSocket> fresh) {
    if (closed) {
      run.close(fresh, dropped -> {});
      return List.of();
    }
    fresh.forEach(this::keep);
    return fresh.stream().map(BoundSocket::name).toList();
  }

  /** Opens one that stands for somebody at once. */
  BoundSocket fresh(InetAddress address, Stand stand) {
    BoundSocket socket = run.open(call, address);
    socket.standsFor(stand);
    keep(socket);
    return socket;
  }

  /** Lets a leased socket stand for somebody. */
  BoundSocket give(RelaySocket name, Stand stand) {
    BoundSocket socket = open.get(name);
    if (socket == null || socket.stand() != null) {
      throw new IllegalArgumentException(
          "found relay socket %s %s, expected one that is leased and stands for nobody"
              .formatted(name, socket == null ? "unknown to this call" : "in use"));
    }
    socket.standsFor(stand);
    return socket;
  }

  /** For whom a socket of this run stands that is bound there; null if none is. */
  @Nullable Stand standAt(InetSocketAddress address) {
    BoundSocket socket = run.at(address);
    return socket == null ? null : socket.stand();
  }

  private void keep(BoundSocket socket) {
    open.put(socket.name(), socket);
    names.add(socket.name());
  }

  /** Every socket that this call ever had. */
  Set<RelaySocket> names() {
    return Set.copyOf(names);
  }

  /** Those that are open. */
  List<BoundSocket> open() {
    return new ArrayList<>(open.values());
  }

  /** What the kernel dropped at all sockets that this call ever had; null where unknown. */
  @Nullable Long drops(KernelDrops.@Nullable Snapshot now) {
    return now == null
        ? null
        : droppedBefore.get() + open.values().stream().mapToLong(it -> now.of(it.local())).sum();
  }

  /** Closes these. */
  void release(List<BoundSocket> wanted) {
    List<BoundSocket> ended = wanted.stream().filter(it -> it == open.get(it.name())).toList();
    ended.forEach(it -> open.remove(it.name()));
    run.close(ended, droppedBefore::addAndGet);
  }

  /** Closes all, as if they had failed: they are still held to be open. */
  void sabotage() {
    open.values().forEach(BoundSocket::close);
  }

  /** Closes all, and what is opened later. */
  void close() {
    closed = true;
    release(open());
  }
}
