package dev.parley.reports.view;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.Artefact;
import dev.parley.reports.model.RunEvent.Check;
import dev.parley.reports.model.RunEvent.Expected;
import dev.parley.reports.model.RunEvent.Fault;
import dev.parley.reports.model.RunEvent.HostHealth;
import dev.parley.reports.model.RunEvent.LogLine;
import dev.parley.reports.model.RunEvent.NetworkProof;
import dev.parley.reports.model.RunEvent.Note;
import dev.parley.reports.model.RunEvent.Step;
import dev.parley.reports.model.RunEvent.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one attempt; lists are in the log's order.
 *
 * @param startMs when its first event was recorded, in milliseconds since the run's start
 * @param startWall the wall time of the same moment
 * @param endMs when its last event was recorded, in milliseconds since the run's start
 * @param ended whether the log holds its end; without one it is errored
 * @param seconds how long it took; absent if it never ended
 * @param participants as planned, the offerer first; then any that the plan does not know
 * @param window the last measured window; absent if none was opened
 * @param windows every measured window; some scenarios measure before and after
 * @param proof how the emulator itself fared; absent where the log does not say
 * @param logLines the first of them, at most {@value #MOST_LOG_LINES}
 * @param logLinesLeftOut how many more there were
 * @param hostHealth the machine while the attempt ran
 * @param unknown events of types that this version does not know
 */
public record AttemptView(
    AttemptKey key,
    double startMs,
    Instant startWall,
    double endMs,
    boolean ended,
    Outcome outcome,
    String reason,
    @Nullable Double seconds,
    @Nullable Expected expected,
    List<ParticipantView> participants,
    List<Timed<Step>> steps,
    @Nullable Window window,
    List<Window> windows,
    @Nullable NetworkProof proof,
    List<Check> checks,
    List<Timed<Fault>> faults,
    List<Timed<Note>> notes,
    List<Timed<LogLine>> logLines,
    int logLinesLeftOut,
    List<Artefact> artefacts,
    List<Timed<HostHealth>> hostHealth,
    List<LoggedEvent> unknown) {

  /** How many log lines of an attempt are kept; a page may write without end. */
  public static final int MOST_LOG_LINES = 2000;
}
