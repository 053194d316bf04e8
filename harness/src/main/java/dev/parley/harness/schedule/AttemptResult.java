package dev.parley.harness.schedule;

import dev.parley.reports.model.Outcome;

/**
 * How an attempt came out, and why, in a sentence.
 *
 * @param outcome never {@link Outcome#FLAKY}, which only several attempts can be
 */
public record AttemptResult(Outcome outcome, String reason) {
  public AttemptResult {
    if (outcome == Outcome.FLAKY) {
      throw new IllegalArgumentException("one attempt alone cannot be flaky");
    }
  }
}
