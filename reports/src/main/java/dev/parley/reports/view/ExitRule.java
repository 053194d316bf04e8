package dev.parley.reports.view;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.Expected;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the outcomes of all cells to the exit code: 0 pass, 1 the product failed, 3 no verdict.
 *
 * <p>1 wins over 3. A failure that was expected is a verdict and not red.
 *
 * @param failOnFlaky whether a flaky cell counts as a failure
 */
public record ExitRule(boolean failOnFlaky) {

  /**
   * The exit code and, in a few words, why.
   *
   * @param exitCode 0, 1 or 3
   */
  public record Verdict(int exitCode, String reason) {}

  /** Outcomes as they are counted. */
  public static final class Tally {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int expectedFailures;

    /** Counts one cell. */
    public void add(Outcome outcome, @Nullable Expected expected) {
      outcomes.merge(outcome, 1, Integer::sum);
      if (outcome == Outcome.FAILED && expected != null) {
        expectedFailures++;
      }
    }

    /** How many cells came out so; an outcome that none had is absent. */
    public Map<Outcome, Integer> outcomes() {
      return Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    /** How many of the failures were expected. */
    public int expectedFailures() {
      return expectedFailures;
    }

    int of(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }
  }

  /** The verdict over all cells. */
  public Verdict judge(Tally tally) {
    int failed = tally.of(Outcome.FAILED) - tally.expectedFailures();
    int flaky = tally.of(Outcome.FLAKY);
    if (failed > 0) {
      return new Verdict(1, cells(failed) + " failed");
    }
    if (failOnFlaky && flaky > 0) {
      return new Verdict(1, cells(flaky) + " flaky, which was asked to count as failed");
    }
    if (tally.of(Outcome.ERRORED) > 0) {
      return new Verdict(3, cells(tally.of(Outcome.ERRORED)) + " errored");
    }
    if (tally.of(Outcome.INCONCLUSIVE) > 0) {
      return new Verdict(3, cells(tally.of(Outcome.INCONCLUSIVE)) + " inconclusive");
    }
    int verdicts = tally.of(Outcome.PASSED) + tally.of(Outcome.FAILED) + flaky;
    return verdicts == 0
        ? new Verdict(3, "no cell passed or failed")
        : new Verdict(0, cells(verdicts) + " judged, none failed unexpectedly");
  }

  private static String cells(int count) {
    return count == 1 ? "1 cell" : count + " cells";
  }
}
