package dev.parley.reports.log;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends events to a run's log, one {@code write} a line, from one thread.
 *
 * <p>Appending never blocks on the disk and never throws for it. What goes wrong is told once to
 * the callback and stays in {@link #failure()}. Where the disk is too slow, samples and log lines
 * are left out and counted in the log; events that carry a verdict have room set aside for them.
 */
public final class EventLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Object order = new Object();
  private final RunClock clock;
  private final Redactor redactor;
  private final EventQueue queue;
  private final LogFailure failure;
  private final Thread writer;
  private final Duration drain;
  private boolean closed;

  private EventLog(
      RunClock clock,
      Redactor redactor,
      EventQueue queue,
      LogFailure failure,
      LineWriter lines,
      Duration drain) {
    this.clock = clock;
    this.redactor = redactor;
    this.queue = queue;
    this.failure = failure;
    this.drain = drain;
    this.writer = new Thread(lines, "parley-event-log");
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Creates a run's log; its text goes through a redactor that knows no secret beforehand, and a
   * failure to write is told to the program's log.
   *
   * @throws IOException if there is one already, or it cannot be created
   */
  public static EventLog create(Path runJsonl, RunClock clock) throws IOException {
    return create(
        runJsonl,
        clock,
        new Redactor(),
        e -> LOG.error("{} is incomplete: {}", runJsonl, e.getMessage()));
  }

  /**
   * Creates a run's log.
   *
   * @param onFailure told once, from any thread, when events can no longer be written; quick
   * @throws IOException if there is one already, or it cannot be created
   */
  public static EventLog create(
      Path runJsonl, RunClock clock, Redactor redactor, Consumer<IOException> onFailure)
      throws IOException {
    try {
      FileChannel channel =
          FileChannel.open(runJsonl, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
      return over(channel, clock, redactor, onFailure, EventQueue.CAPACITY, DRAIN);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          "found a log at " + runJsonl + ": a run writes its own; name another folder", e);
    }
  }

  static EventLog over(
      WritableByteChannel channel,
      RunClock clock,
      Redactor redactor,
      Consumer<IOException> onFailure,
      int capacity,
      Duration drain) {
    EventQueue queue = new EventQueue(capacity);
    LogFailure failure = new LogFailure(onFailure);
    LineWriter lines = new LineWriter(channel, queue, new EventJson(redactor), failure);
    return new EventLog(clock, redactor, queue, failure, lines, drain);
  }

  /** Appends an event of an attempt, or, without one, of the run as a whole; stamped now. */
  public void append(@Nullable AttemptKey cell, RunEvent event) {
    if (failure.get().isPresent()) {
      return;
    }
    boolean accepted;
    synchronized (order) {
      if (closed) {
        LOG.debug("after the log was closed: {}", event);
        return;
      }
      Instant wall = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      accepted = queue.offer(new EventQueue.Entry(cell, event, clock.nowMs(), wall));
    }
    if (!accepted) {
      failure.set(new IOException("the disk is too slow for the event log: it has no room left"));
    }
  }

  /** The text without its secrets, as it would stand in this log; for files kept beside it. */
  public String redact(String text) {
    return redactor.text(text);
  }

  /** Why events can no longer be written; empty while all is well. */
  public Optional<IOException> failure() {
    return failure.get();
  }

  /** Writes what is still to be written, for at most five seconds, and closes the file. */
  @Override
  public void close() {
    synchronized (order) {
      if (closed) {
        return;
      }
      closed = true;
    }
    queue.end();
    try {
      writer.join(drain.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (writer.isAlive()) {
      failure.set(
          new IOException(
              "the event log was not written out after "
                  + drain.toMillis()
                  + " ms: "
                  + queue.size()
                  + " events are missing"));
      writer.interrupt();
    }
  }
}
