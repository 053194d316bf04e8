package dev.parley.reports.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Whether an emulator kept time well enough to be believed.
 *
 * <p>It did where the 95 % quantile of how late packets left is at most 2 ms or 5 % of the delay
 * that was asked for, whichever is more, and at most 1 % of packets left more than 10 ms late.
 */
public final class LatenessRule {
  /** The largest share of packets, 0..1, that may leave more than 10 ms late. */
  public static final double MOST_LATE_SHARE = 0.01;

  private static final double LEAST_LIMIT_MS = 2;
  private static final double SHARE_OF_DELAY = 0.05;

  private LatenessRule() {}

  /**
   * The largest 95 % quantile in milliseconds that is in time.
   *
   * @param askedDelayMs the least that held; absent where unknown: then the strictest limit holds
   */
  public static double limitMs(@Nullable Double askedDelayMs) {
    return askedDelayMs == null
        ? LEAST_LIMIT_MS
        : Math.max(LEAST_LIMIT_MS, SHARE_OF_DELAY * askedDelayMs);
  }

  /**
   * Whether a link kept time.
   *
   * @param p95Ms the 95 % quantile of how late packets left, in milliseconds
   * @param lateShare the share that left more than 10 ms late, 0..1
   */
  public static boolean inTime(double p95Ms, double lateShare, @Nullable Double askedDelayMs) {
    return p95Ms <= limitMs(askedDelayMs) && lateShare <= MOST_LATE_SHARE;
  }
}
