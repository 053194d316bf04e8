package dev.parley.reports.log;

import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a run's log as a stream, holding one event at a time. */
public final class EventLogReader {
  private final EventJson json = new EventJson(new Redactor(true, List.of()));

  /**
   * Hands over every event of a log in order, and every line that could not be used.
   *
   * @throws UnreadableLogException if the file does not begin with the start of a run, or was
   *     written by a version with a newer schema
   * @throws IOException if the file cannot be read
   */
  public void read(Path runJsonl, Consumer<LoggedEvent> events, Consumer<LogProblem> problems)
      throws IOException {
    try (InputStream in = Files.newInputStream(runJsonl)) {
      new Pass(runJsonl, events, problems).over(new LogLines(in));
    }
  }

  private final class Pass {
    private final Path file;
    private final Consumer<LoggedEvent> events;
    private final Consumer<LogProblem> problems;
    private long number;
    private long seq;

    Pass(Path file, Consumer<LoggedEvent> events, Consumer<LogProblem> problems) {
      this.file = file;
      this.events = events;
      this.problems = problems;
    }

    void over(LogLines lines) throws IOException {
      while (lines.next()) {
        number++;
        LoggedEvent event = event(lines);
        if (event != null) {
          checkSequence(event.seq());
          events.accept(event);
        }
      }
      if (number == 0) {
        throw new UnreadableLogException("found an empty log at " + file + ": the run never began");
      }
    }

    private @Nullable LoggedEvent event(LogLines lines) throws UnreadableLogException {
      try {
        if (lines.isTooLong()) {
          throw new IllegalArgumentException("found a line over 64 MiB");
        }
        if (number == 1) {
          refuseNewer(json.schemaOf(lines.bytes(), lines.length()));
        }
        LoggedEvent event = json.read(lines.bytes(), lines.length());
        if (number == 1 && !(event.event() instanceof RunEvent.RunStart)) {
          throw noStart("found " + EventTypes.nameOf(event.event()));
        }
        return event;
      } catch (IllegalArgumentException e) {
        if (number == 1) {
          throw noStart(e.getMessage());
        }
        problems.accept(
            lines.isTerminated()
                ? new LogProblem(
                    LogProblem.Kind.CORRUPT_LINE, number, "no event: " + e.getMessage())
                : new LogProblem(LogProblem.Kind.TORN_END, number, "the last line is cut off"));
        return null;
      }
    }

    private void refuseNewer(int schema) throws UnreadableLogException {
      if (schema > RunEvent.SCHEMA) {
        throw new UnreadableLogException(
            "found a log of schema "
                + schema
                + " at "
                + file
                + "; this Parley reads up to schema "
                + RunEvent.SCHEMA
                + ": use the version that wrote it, or a newer one");
      }
    }

    private UnreadableLogException noStart(@Nullable String found) {
      return new UnreadableLogException(
          "found no run's log at " + file + ": its first line must be run.start (" + found + ")");
    }

    private void checkSequence(long found) {
      if (found != seq + 1) {
        String message =
            found > seq
                ? (found - seq - 1) + " events are missing before number " + found
                : "number " + found + " comes after number " + seq;
        problems.accept(new LogProblem(LogProblem.Kind.SEQUENCE_GAP, number, message));
      }
      seq = Math.max(seq, found);
    }
  }
}
