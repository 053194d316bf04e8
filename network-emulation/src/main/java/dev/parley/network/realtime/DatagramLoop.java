package dev.parley.network.realtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes datagrams from any number of sockets in turn, few at a time, with a thread of its own. */
public final class DatagramLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatagramLoop.class);

  /** As many as one socket may have taken before it is another's turn. */
  private static final int BATCH = 16;

  private final LinkDriver driver;
  private final Selector selector;
  private final Thread thread = new Thread(this::run, "parley-datagrams");
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final @Nullable InetSocketAddress[] sources = new InetSocketAddress[BATCH];
  private final byte[][] payloads = new byte[BATCH][];
  private final long[] arrivals = new long[BATCH];
  private volatile boolean closed;

  private DatagramLoop(LinkDriver driver) {
    this.driver = driver;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins; what comes is told under the driver's lock. */
  public static DatagramLoop start(LinkDriver driver) {
    DatagramLoop loop = new DatagramLoop(driver);
    loop.thread.setDaemon(true);
    loop.thread.start();
    return loop;
  }

  /** Whoever a socket's datagrams are for. */
  public interface Inlet {
    /** The socket; it does not block. */
    DatagramChannel channel();

    /**
     * A datagram came.
     *
     * @param payload the receiver's to keep
     * @param nanos when it was taken, or what the links have reached already
     */
    void arrived(InetSocketAddress source, byte[] payload, long nanos);

    /** Nothing will come any more, because of this. */
    void failed(Exception cause);
  }

  /** Takes from one more socket, until it is closed. */
  public void add(Inlet inlet) throws IOException {
    inlet.channel().register(selector, SelectionKey.OP_READ, inlet);
    selector.wakeup();
  }

  /** A socket was closed: what the system holds of it is to be let go. */
  public void freed() {
    selector.wakeup();
  }

  private void run() {
    Urgency.claim();
    while (!closed) {
      try {
        selector.select(this::take);
      } catch (IOException | ClosedSelectorException e) {
        LOG.error("no datagram is taken any more: {}", e.toString());
        return;
      }
    }
  }

  private void take(SelectionKey key) {
    Inlet inlet = (Inlet) key.attachment();
    try {
      int count = receive(inlet.channel());
      if (count > 0) {
        driver.locked(() -> handOver(inlet, count));
      }
    } catch (IOException e) {
      key.cancel();
      inlet.failed(e);
    } catch (RuntimeException e) {
      LOG.error("datagrams are dropped: {}", e.toString(), e);
    }
  }

  private int receive(DatagramChannel channel) throws IOException {
    int count = 0;
    while (count < BATCH) {
      buffer.clear();
      InetSocketAddress source = (InetSocketAddress) channel.receive(buffer);
      if (source == null) {
        break;
      }
      arrivals[count] = driver.nanos();
      byte[] payload = new byte[buffer.position()];
      buffer.get(0, payload);
      sources[count] = source;
      payloads[count] = payload;
      count++;
    }
    return count;
  }

  private boolean handOver(Inlet inlet, int count) {
    for (int i = 0; i < count; i++) {
      InetSocketAddress source = sources[i];
      if (source != null) {
        inlet.arrived(source, payloads[i], driver.advance(arrivals[i]));
      }
    }
    return true;
  }

  /** Ends the thread; the sockets are their owners'. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    Joined.patiently(thread);
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
