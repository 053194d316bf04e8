package dev.parley.network.bench;

import dev.parley.network.realtime.Joined;
import dev.parley.network.realtime.UdpChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives on a socket with a thread of its own, as plainly as NIO does. */
final class PacketDrain implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PacketDrain.class);

  private final DatagramChannel socket = UdpChannels.bind(InetAddress.getLoopbackAddress());
  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final Receiver receiver;
  private final Thread thread = new Thread(this::run, "parley-bench-drain");
  private volatile boolean closed;

  /** Hears of each packet, on the thread that receives. */
  interface Receiver {
    void received(ByteBuffer packet, long nanos) throws IOException;
  }

  PacketDrain(Receiver receiver) throws IOException {
    this.receiver = receiver;
    socket.register(selector, SelectionKey.OP_READ);
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) socket.getLocalAddress();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(key -> {});
        buffer.clear();
        while (socket.receive(buffer) != null) {
          receiver.received(buffer.flip(), System.nanoTime());
          buffer.clear();
        }
      }
    } catch (IOException e) {
      LOG.error("nothing is received any more: {}", e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    Joined.patiently(thread);
    selector.close();
    socket.close();
  }
}
