package dev.parley.network.relay;

import dev.parley.network.realtime.Joined;
import dev.parley.network.realtime.LinkDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every socket of a run, and the thread that receives from all of them. */
final class Sockets implements AutoCloseable {
  private final SocketOpener opener;
  private final Selector selector;
  private final Receiver receiver;
  private final Thread thread;
  private final Map<InetSocketAddress, BoundSocket> byAddress = new ConcurrentHashMap<>();

  private Sockets(SocketOpener opener, LinkDriver driver) {
    this.opener = opener;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.receiver = new Receiver(selector, driver);
    this.thread = new Thread(receiver, "parley-relay");
  }

  /** Begins to receive. */
  static Sockets start(SocketOpener opener, LinkDriver driver) {
    Sockets sockets = new Sockets(opener, driver);
    sockets.thread.setDaemon(true);
    sockets.thread.start();
    return sockets;
  }

  /** Opens a socket of a call. */
  BoundSocket open(Exchange call, InetAddress address) {
    try {
      BoundSocket socket = new BoundSocket(call, opener.open(address));
      socket.register(selector);
      byAddress.put(socket.local(), socket);
      selector.wakeup();
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
    selector.wakeup();
  }

  @Override
  public void close() {
    receiver.end();
    Joined.patiently(thread);
    byAddress.values().forEach(BoundSocket::close);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
