package dev.parley.reports.view;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent.Expected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One repetition of a cell with its outcome and all its attempts.
 *
 * @param planned the cell as it was planned
 * @param repetition from 1
 * @param recorded whether the log holds its result; without one it is errored
 * @param expected why the outcome was expected; absent if it was not
 * @param attempts in order; empty if it never began
 */
public record CellView(
    PlannedCell planned,
    int repetition,
    Outcome outcome,
    String reason,
    boolean recorded,
    @Nullable Expected expected,
    List<AttemptView> attempts) {

  /** The cell's id. */
  public CellId id() {
    return planned.id();
  }

  /** The id, and where the cell is repeated on purpose, which repetition it is. */
  public String label() {
    return planned.repetitions() == 1 && repetition == 1
        ? id().toString()
        : id() + " #" + repetition;
  }

  /** The attempt that decided; empty if the cell never began. */
  public Optional<AttemptView> lastAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }

  /** Whether nobody needs to look at it: it passed, or came out as expected. */
  public boolean isGreen() {
    return outcome == Outcome.PASSED || (outcome == Outcome.FAILED && expected != null);
  }
}
