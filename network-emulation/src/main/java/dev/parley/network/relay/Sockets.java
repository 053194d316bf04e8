package dev.parley.network.relay;

import dev.parley.network.realtime.DatagramLoop;
import dev.parley.network.realtime.LinkDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every socket of a run, and what receives from all of them. */
final class Sockets implements AutoCloseable {
  private final SocketOpener opener;
  private final DatagramLoop loop;
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

  void close(BoundSocket socket) {
    byAddress.remove(socket.local());
    socket.close();
    loop.freed();
  }

  @Override
  public void close() {
    loop.close();
    byAddress.values().forEach(BoundSocket::close);
  }
}
