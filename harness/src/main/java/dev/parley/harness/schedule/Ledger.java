package dev.parley.harness.schedule;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.view.ExitRule;
import java.util.List;

/** Enters the outcome of each cell, and of the run; thread-safe. */
public final class Ledger {
  private final RunContext context;
  private final ExitRule.Tally tally = new ExitRule.Tally();
  private int open;

  /** A ledger in which nothing of the plan has an outcome yet. */
  public Ledger(RunContext context, Plan plan) {
    this.context = context;
    this.open = plan.cells().stream().mapToInt(PlannedCell::repetitions).sum();
  }

  /**
   * Enters a repetition of a cell.
   *
   * @param last its last attempt
   * @param results how its attempts came out, in order; at least one
   */
  public synchronized Outcome enter(AttemptKey last, List<AttemptResult> results) {
    AttemptResult decisive = decisive(results);
    boolean flaky =
        decisive.outcome() == Outcome.PASSED
            && results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED);
    Outcome outcome = flaky ? Outcome.FLAKY : decisive.outcome();
    context
        .log()
        .append(last, new RunEvent.CellEnd(outcome, decisive.reason(), results.size(), null));
    tally.add(outcome, null);
    open--;
    return outcome;
  }

  /** The last attempt; but a failure that no later attempt cleared by passing stays one. */
  private static AttemptResult decisive(List<AttemptResult> results) {
    AttemptResult last = results.get(results.size() - 1);
    return last.outcome() == Outcome.PASSED
        ? last
        : results.stream()
            .filter(result -> result.outcome() == Outcome.FAILED)
            .reduce((earlier, later) -> later)
            .orElse(last);
  }

  /** Enters the run's end; what was planned and has no outcome counts as errored. */
  public synchronized void finish() {
    for (; open > 0; open--) {
      tally.add(Outcome.ERRORED, null);
    }
    int exitCode = new ExitRule(false).judge(tally).exitCode();
    context
        .log()
        .append(
            null, new RunEvent.RunEnd(exitCode, tally.outcomes(), context.clock().nowMs() / 1000));
  }
}
