package dev.parley.network.relay;

import dev.parley.network.realtime.DatagramLoop;
import dev.parley.network.realtime.LinkDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Every socket of a run, and what receives from all of them. */
final class Sockets implements AutoCloseable {
  private static final long CLOSING_S = 5;

  private final SocketOpener opener;
  private final DatagramLoop loop;
  private final ExecutorService closer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-closer");
            thread.setDaemon(true);
            return thread;
          });
  private final KernelDrops drops = KernelDrops.ofSystem();
  private final Map<InetSocketAddress, BoundSocket> byAddress = new ConcurrentHashMap<>();

  Sockets(SocketOpener opener, LinkDriver driver) {
    this.opener = opener;
    this.loop = DatagramLoop.start(driver);
  }

  KernelDrops drops() {
    return drops;
  }

  /** Opens a socket of a call. */
  BoundSocket open(Exchange call, InetAddress address) {
    try {
      BoundSocket socket = new BoundSocket(call, opener.open(address));
      loop.add(socket);
      byAddress.put(socket.local(), socket);
      return socket;
    } catch (IOException e) {
      throw new PortsExhaustedException(
          "found no UDP socket on %s after %d of this run (%s); end other runs, or allow more open files (ulimit -n)"
              .formatted(AddressText.of(address), byAddress.size(), e.getMessage()),
          e);
    }
  }

  /** The socket of this run that is bound there; null if none is. */
  @Nullable BoundSocket at(InetSocketAddress address) {
    return byAddress.get(address);
  }

  /**
   * Closes sockets in a while, as that takes time.
   *
   * @param dropped told what the kernel had dropped at them, unless it does not say
   */
  void close(List<BoundSocket> sockets, LongConsumer dropped) {
    if (!sockets.isEmpty()) {
      closer.execute(() -> closeNow(sockets, dropped));
    }
  }

  private void closeNow(List<BoundSocket> sockets, LongConsumer dropped) {
    KernelDrops.@Nullable Snapshot last = drops.read();
    if (last != null) {
      dropped.accept(sockets.stream().mapToLong(it -> last.of(it.local())).sum());
    }
    for (BoundSocket socket : sockets) {
      byAddress.remove(socket.local(), socket);
      socket.close();
    }
    loop.freed();
  }

  @Override
  public void close() {
    loop.close();
    closer.shutdown();
    try {
      if (!closer.awaitTermination(CLOSING_S, TimeUnit.SECONDS)) {
        throw new IllegalStateException("found sockets not closed after %d s".formatted(CLOSING_S));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byAddress.values().forEach(BoundSocket::close);
  }
}
