package dev.parley.reports.view;

import dev.parley.reports.log.LogProblem;
import dev.parley.reports.model.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What a run comes to.
 *
 * @param outcomes how many cells came out so; an outcome that none had is absent
 * @param expectedFailures how many of the failures were expected
 * @param verdict the exit code by the rule, and why
 * @param seconds how long the run took, up to its last event
 * @param problems what of the log could not be used, the first {@value #MOST_PROBLEMS}
 * @param problemCount how many such problems there are in all
 */
public record RunSummary(
    RunView run,
    Map<Outcome, Integer> outcomes,
    int expectedFailures,
    ExitRule.Verdict verdict,
    double seconds,
    List<LogProblem> problems,
    long problemCount) {

  /** How many problems of a log are kept. */
  public static final int MOST_PROBLEMS = 200;

  /** The exit code by the rule: 0, 1 or 3. */
  public int exitCode() {
    return verdict.exitCode();
  }

  /** How many cells came out so. */
  public int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** How many cells there are, each repetition counted. */
  public int cells() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
