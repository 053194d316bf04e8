package dev.parley.network.relay;

import dev.parley.network.realtime.DatagramLoop;
import dev.parley.network.stun.StunKey;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A socket of the relay: whom it stands for, and what is known of those who send to it. */
final class BoundSocket implements DatagramLoop.Inlet {
  private static final int TRANSACTIONS_KEPT = 64;

  private final Exchange call;
  private final DatagramChannel channel;
  private final InetSocketAddress local;
  private final RelaySocket name;
  private final Map<InetSocketAddress, Route> routes = new HashMap<>();
  private final Map<InetSocketAddress, Asked> asked = new HashMap<>();
  private final Map<String, InetSocketAddress> transactions = new HashMap<>();
  private final Deque<String> oldest = new ArrayDeque<>();
  private @Nullable Stand stand;

  BoundSocket(Exchange call, DatagramChannel channel) throws IOException {
    this.call = call;
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
    this.name = new RelaySocket(AddressText.of(local.getAddress()), local.getPort());
  }

  /**
   * A check was sent to somebody from here, who may answer.
   *
   * @param via the socket at which the check had arrived
   * @param key with which an honest answer is signed
   */
  record Asked(BoundSocket via, StunKey key) {}

  Exchange call() {
    return call;
  }

  RelaySocket name() {
    return name;
  }

  InetSocketAddress local() {
    return local;
  }

  InetAddress address() {
    return local.getAddress();
  }

  boolean isV6() {
    return local.getAddress() instanceof Inet6Address;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Nullable Stand stand() {
    return stand;
  }

  void standsFor(Stand whom) {
    stand = whom;
  }

  @Nullable Route route(InetSocketAddress source) {
    return routes.get(source);
  }

  void route(InetSocketAddress source, Route route) {
    routes.put(source, route);
  }

  @Nullable Asked asked(InetSocketAddress whom) {
    return asked.get(whom);
  }

  void asks(InetSocketAddress whom, Asked question) {
    asked.put(whom, question);
  }

  /** Whether a transaction was seen from another source; remembers the last few. */
  boolean isReplayed(String transaction, InetSocketAddress source) {
    InetSocketAddress first = transactions.putIfAbsent(transaction, source);
    if (first == null) {
      oldest.add(transaction);
      if (oldest.size() > TRANSACTIONS_KEPT) {
        transactions.remove(oldest.remove());
      }
    }
    return first != null && !first.equals(source);
  }

  @Override
  public DatagramChannel channel() {
    return channel;
  }

  @Override
  public void arrived(InetSocketAddress source, byte[] payload, long nanos) {
    call.arrived(this, source, payload, nanos);
  }

  @Override
  public void failed(Exception cause) {
    call.note("receiving at " + name, cause);
  }

  /** Sends a payload; false where the system has no room for it. */
  boolean send(byte[] payload, InetSocketAddress to) throws IOException {
    return channel.send(ByteBuffer.wrap(payload), to) == payload.length;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      call.note("closing " + name, e);
    }
  }
}
