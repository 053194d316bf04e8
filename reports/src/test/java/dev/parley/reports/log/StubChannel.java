package dev.parley.reports.log;

import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.LoggedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A file that can be slow, full or stuck. */
final class StubChannel implements WritableByteChannel {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private CountDownLatch gate = new CountDownLatch(0);
  private int most = Integer.MAX_VALUE;
  private int room = Integer.MAX_VALUE;
  private int writes;
  private volatile boolean open = true;

  StubChannel atMost(int bytesAtOnce) {
    most = bytesAtOnce;
    return this;
  }

  StubChannel fullAfter(int bytesInAll) {
    room = bytesInAll;
    return this;
  }

  StubChannel blocked() {
    gate = new CountDownLatch(1);
    return this;
  }

  void unblock() {
    gate.countDown();
  }

  void awaitWriter() throws InterruptedException {
    assertTrue(arrived.await(10, TimeUnit.SECONDS), "the writer never began to write");
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    arrived.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
    if (bytes.size() >= room) {
      throw new IOException("No space left on device");
    }
    byte[] taken = new byte[Math.min(source.remaining(), most)];
    source.get(taken);
    bytes.writeBytes(taken);
    writes++;
    return taken.length;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  int writes() {
    return writes;
  }

  List<LoggedEvent> events() {
    EventJson json = new EventJson(new Redactor(true, List.of()));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .map(line -> json.read(line, line.length))
        .toList();
  }
}
