package dev.parley.network.check;

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

/** Takes probes off sockets and notes when each came. */
final class ProbeReceiver implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProbeReceiver.class);

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private final Thread thread = new Thread(this::run, "parley-probe-receiver");
  private volatile boolean closed;

  ProbeReceiver() throws IOException {
    selector = Selector.open();
  }

  /** One more socket; its address is where probes are to be sent. */
  InetSocketAddress open(Fates fates) throws IOException {
    DatagramChannel channel = UdpChannels.bind(InetAddress.getLoopbackAddress());
    channel.register(selector, SelectionKey.OP_READ, fates);
    return (InetSocketAddress) channel.getLocalAddress();
  }

  /** Begins; every socket is open. */
  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::take);
      }
    } catch (IOException e) {
      LOG.error("no probe is taken any more: {}", e.toString());
    }
  }

  private void take(SelectionKey key) {
    try {
      DatagramChannel channel = (DatagramChannel) key.channel();
      buffer.clear();
      while (channel.receive(buffer) != null) {
        long now = System.nanoTime();
        byte[] payload = new byte[buffer.flip().remaining()];
        buffer.get(payload);
        int number = Probe.number(payload);
        ((Fates) key.attachment()).out(number, now, Probe.isWhole(payload, number));
        buffer.clear();
      }
    } catch (IOException e) {
      LOG.error("probes of a socket are taken no more: {}", e.toString());
      key.cancel();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    if (thread.isAlive()) {
      Joined.patiently(thread);
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
