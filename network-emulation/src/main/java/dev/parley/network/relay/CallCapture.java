package dev.parley.network.relay;

import dev.parley.network.capture.CaptureComment;
import dev.parley.network.capture.PcapngWriter;
import dev.parley.network.model.Direction;
import dev.parley.network.model.PacketTruth;
import dev.parley.network.realtime.Joined;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what crosses a call's links into one file for each participant, with a thread of its own:
 * whoever drives the links never waits for a disk.
 */
final class CallCapture implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallCapture.class);
  private static final int WAITING_AT_MOST = 1 << 14;

  private final Map<String, PcapngWriter> files = new HashMap<>();
  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final Thread thread = new Thread(this::write, "parley-capture");
  private final Path folder;
  private volatile boolean closed;
  private long leftOut;
  private final AtomicLong notWritten = new AtomicLong();

  /** Begins a file for each participant. */
  CallCapture(Path folder, List<String> participants) {
    this.folder = folder;
    long sinceEpoch = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
    try {
      for (String name : participants) {
        files.put(
            name,
            new PcapngWriter(
                folder.resolve(name + ".pcapng"), List.of("uplink", "downlink"), sinceEpoch));
      }
    } catch (IOException e) {
      closeFiles();
      throw new UncheckedIOException("no capture can be written: " + e.getMessage(), e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** A packet's fate on a participant's link is known. */
  void take(String participant, Direction direction, Datagram packet, PacketTruth truth) {
    PcapngWriter file = files.get(participant);
    Route route = packet.route();
    InetSocketAddress source = route.source();
    InetSocketAddress to = route.to();
    if (file == null || source == null || to == null) {
      return;
    }
    boolean up = direction == Direction.UP;
    InetSocketAddress seenFrom = up ? source : route.out().local();
    InetSocketAddress seenTo = up ? route.in().local() : to;
    boolean left = !up && truth.departedNanos() >= 0;
    long nanos = left ? truth.departedNanos() : truth.arrivalNanos();
    boolean kept =
        waiting.offer(
            () -> {
              String comment = CaptureComment.of(direction, truth);
              ByteBuffer payload = ByteBuffer.wrap(packet.payload());
              put(file, up ? 0 : 1, nanos, seenFrom, seenTo, payload, comment);
            });
    leftOut += kept ? 0 : 1;
  }

  private void put(
      PcapngWriter file,
      int index,
      long nanos,
      InetSocketAddress from,
      InetSocketAddress to,
      ByteBuffer payload,
      String comment) {
    try {
      file.write(index, nanos, from, to, payload, comment);
    } catch (IOException | RuntimeException e) {
      if (notWritten.getAndIncrement() == 0) {
        LOG.warn("a packet is missing in the captures of {}: {}", folder, e.toString());
      }
    }
  }

  private void write() {
    try {
      while (!closed || !waiting.isEmpty()) {
        waiting.take().run();
      }
    } catch (InterruptedException e) {
      LOG.warn("the captures of {} end early", folder);
    }
  }

  /** Writes what waits and ends the files. */
  @Override
  public void close() {
    closed = true;
    // Woken by something to do; where the queue is full, there is something.
    boolean woken = waiting.offer(() -> {});
    LOG.debug("closing the captures of {}, woken {}", folder, woken);
    Joined.patiently(thread);
    closeFiles();
    if (leftOut + notWritten.get() > 0) {
      LOG.warn("{} packets are missing in the captures of {}", leftOut + notWritten.get(), folder);
    }
  }

  private void closeFiles() {
    for (PcapngWriter file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        LOG.warn("a capture in {} is torn: {}", folder, e.getMessage());
      }
    }
  }
}
