package dev.parley.network.relay;

import dev.parley.network.realtime.LinkDriver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes datagrams from all sockets in turn, few at a time, and hands them to their calls. */
final class Receiver implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

  /** As many as one socket may have taken before it is another's turn. */
  private static final int BATCH = 16;

  private final Selector selector;
  private final LinkDriver driver;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final @Nullable InetSocketAddress[] sources = new InetSocketAddress[BATCH];
  private final byte[][] payloads = new byte[BATCH][];
  private final long[] arrivals = new long[BATCH];
  private volatile boolean ended;

  Receiver(Selector selector, LinkDriver driver) {
    this.selector = selector;
    this.driver = driver;
  }

  /** Ends the thread. */
  void end() {
    ended = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    while (!ended) {
      try {
        selector.select(this::take);
      } catch (IOException | ClosedSelectorException e) {
        LOG.error("the relay receives no more: {}", e.toString());
        return;
      }
    }
  }

  private void take(SelectionKey key) {
    BoundSocket socket = (BoundSocket) key.attachment();
    try {
      int count = receive(socket);
      if (count > 0) {
        driver.exclusively(() -> handOver(socket, count));
      }
    } catch (IOException e) {
      key.cancel();
      socket.call().note("receiving at " + socket.name(), e);
    } catch (RuntimeException e) {
      LOG.error("a packet at {} is dropped: {}", socket.name(), e.toString(), e);
    }
  }

  private int receive(BoundSocket socket) throws IOException {
    int count = 0;
    while (count < BATCH) {
      buffer.clear();
      InetSocketAddress source = socket.receive(buffer);
      if (source == null) {
        break;
      }
      arrivals[count] = System.nanoTime();
      byte[] payload = new byte[buffer.position()];
      buffer.get(0, payload);
      sources[count] = source;
      payloads[count] = payload;
      count++;
    }
    return count;
  }

  private void handOver(BoundSocket socket, int count) {
    for (int i = 0; i < count; i++) {
      InetSocketAddress source = sources[i];
      if (source != null) {
        long nanos = driver.advance(arrivals[i]);
        socket.call().arrived(socket, source, payloads[i], nanos);
      }
    }
  }
}
