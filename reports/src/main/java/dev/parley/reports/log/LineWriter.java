package dev.parley.reports.log;

import dev.parley.reports.log.EventQueue.Entry;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/** The log's one writing thread. */
final class LineWriter implements Runnable {
  private final WritableByteChannel channel;
  private final EventQueue queue;
  private final EventJson json;
  private final LogFailure failure;
  private long seq;

  LineWriter(WritableByteChannel channel, EventQueue queue, EventJson json, LogFailure failure) {
    this.channel = channel;
    this.queue = queue;
    this.json = json;
    this.failure = failure;
  }

  @Override
  public void run() {
    try (channel) {
      for (Entry entry = queue.take(); entry.event() != null; entry = queue.take()) {
        writeUnlessFailed(entry);
      }
      if (channel instanceof FileChannel file && failure.get().isEmpty()) {
        file.force(false);
      }
    } catch (IOException e) {
      failure.set(e);
    } catch (InterruptedException e) {
      failure.set(new IOException("the event log's writer was interrupted", e));
    } catch (RuntimeException | Error e) {
      failure.set(new IOException("the event log's writer broke: " + e, e));
      throw e;
    }
  }

  /** After a failure the queue is still emptied, so that it holds no memory. */
  private void writeUnlessFailed(Entry entry) throws IOException {
    if (failure.get().isPresent()) {
      return;
    }
    try {
      write(entry, Objects.requireNonNull(entry.event()));
      writeLosses(entry);
    } catch (IOException e) {
      failure.set(new IOException("cannot write the event log: " + e.getMessage(), e));
    }
  }

  private void writeLosses(Entry now) throws IOException {
    for (var loss : queue.takeLosses().entrySet()) {
      String participant = loss.getKey().participant();
      RunEvent told =
          participant != null
              ? new RunEvent.SamplesLost(
                  participant, loss.getValue(), "the disk was too slow for the event log")
              : new RunEvent.Note(
                  null, loss.getValue() + " events left out: the disk was too slow for the log");
      write(new Entry(loss.getKey().cell(), told, now.runMs(), now.wall()), told);
    }
  }

  private void write(Entry entry, RunEvent event) throws IOException {
    seq++;
    byte[] line;
    try {
      line = json.write(logged(entry, event));
    } catch (IllegalArgumentException e) {
      line =
          json.write(logged(entry, new RunEvent.Note(null, "event left out: " + e.getMessage())));
    }
    ByteBuffer bytes = ByteBuffer.wrap(line);
    int written = channel.write(bytes);
    while (bytes.hasRemaining()) {
      int more = channel.write(bytes);
      if (more <= 0) {
        throw new IOException("wrote " + written + " of " + line.length + " bytes of a line");
      }
      written += more;
    }
  }

  private LoggedEvent logged(Entry entry, RunEvent event) {
    return new LoggedEvent(seq, entry.runMs(), entry.wall(), entry.cell(), event);
  }
}
