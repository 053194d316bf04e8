package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.Artefact;
import dev.parley.reports.model.RunEvent.EndpointFound;
import dev.parley.reports.model.RunEvent.Fault;
import dev.parley.reports.model.RunEvent.Interrupted;
import dev.parley.reports.model.RunEvent.Note;
import dev.parley.reports.model.RunEvent.RunEnd;
import dev.parley.reports.model.RunEvent.RunStart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a run as a whole.
 *
 * @param startWall when it began
 * @param faults what failed outside of any cell
 * @param notes what a reader should know about the run or its machine
 * @param interruption absent unless it was interrupted from outside
 * @param end absent if the run did not come to its end
 */
public record RunView(
    RunStart start,
    Instant startWall,
    List<EndpointFound> endpoints,
    List<Timed<Fault>> faults,
    List<Timed<Note>> notes,
    List<Artefact> artefacts,
    @Nullable Interrupted interruption,
    @Nullable RunEnd end) {

  /** Whether it was interrupted from outside. */
  public boolean interrupted() {
    return interruption != null;
  }
}
