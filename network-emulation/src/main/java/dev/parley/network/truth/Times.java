package dev.parley.network.truth;

import dev.parley.network.model.LinkTruth.Spread;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A histogram of times, of a size that does not grow: 100 ns to 1 hour, to 0.1 %. */
final class Times {
  private static final long LEAST_NANOS = 100;
  private static final long MOST_NANOS = 3_600_000_000_000L;
  private static final double NANOS_IN_A_MILLI = 1e6;

  private final Histogram histogram = new Histogram(LEAST_NANOS, MOST_NANOS, 3);

  private long greatest;

  void record(long nanos) {
    long within = Math.max(0, Math.min(MOST_NANOS, nanos));
    greatest = Math.max(greatest, within);
    histogram.recordValue(within);
  }

  /** Its quantiles; null where nothing was recorded. */
  @Nullable Spread spread() {
    return histogram.getTotalCount() == 0
        ? null
        : new Spread(quantile(50), quantile(95), quantile(99), quantile(100));
  }

  /** Not beyond the greatest that there was: the histogram rounds up. */
  private double quantile(double percent) {
    return Math.min(greatest, histogram.getValueAtPercentile(percent)) / NANOS_IN_A_MILLI;
  }
}
