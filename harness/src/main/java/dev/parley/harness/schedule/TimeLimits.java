package dev.parley.harness.schedule;

import java.time.Duration;

/**
 * How long an attempt may take.
 *
 * @param setUp for everything but the measured window: browsers, pages, the connection
 * @param windDown for its end, once it was aborted
 * @param lastWord for its end, once its thread was interrupted as well
 */
public record TimeLimits(Duration setUp, Duration windDown, Duration lastWord) {

  /** What real browsers on a busy machine need. */
  public static final TimeLimits DEFAULT =
      new TimeLimits(Duration.ofSeconds(120), Duration.ofSeconds(20), Duration.ofSeconds(2));

  /** The limit of an attempt whose call is measured for this long. */
  Duration ofAttempt(Duration measured) {
    return setUp.plus(measured.multipliedBy(3));
  }
}
