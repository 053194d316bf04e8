package dev.parley.reports.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** How a cell, or one attempt at it, came out. */
public enum Outcome {
  /** Every check was made and held. */
  PASSED,
  /** The product broke a check, or did not do what was asked of it. */
  FAILED,
  /** A later attempt passed after an earlier one had failed. */
  FLAKY,
  /** The endpoint said beforehand that it cannot do this. */
  UNSUPPORTED,
  /** The call ran, but the evidence does not allow a verdict. */
  INCONCLUSIVE,
  /** The infrastructure failed: browser, driver, page server, machine, or the harness itself. */
  ERRORED;

  /** The order in which people want to read of them: what matters most comes first. */
  public static final List<Outcome> WORST_FIRST =
      List.of(FAILED, ERRORED, INCONCLUSIVE, FLAKY, UNSUPPORTED, PASSED);

  /** The lower-case word used in logs, reports and on the terminal. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds the outcome of a word, as written by {@link #word()}. */
  @JsonCreator
  public static Outcome ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether the product itself was judged: only then may a run be green or red. */
  public boolean isVerdict() {
    return this == PASSED || this == FAILED || this == FLAKY;
  }
}
