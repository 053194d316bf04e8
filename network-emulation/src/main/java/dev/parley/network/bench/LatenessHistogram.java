package dev.parley.network.bench;

import dev.parley.network.model.LinkTruth.Spread;
import org.HdrHistogram.Histogram;

/** Collects how late things were; for several threads. */
final class LatenessHistogram {
  private static final long MOST_NANOS = 60_000_000_000L;

  private final Histogram histogram = new Histogram(100, MOST_NANOS, 3);

  synchronized void add(long nanos) {
    histogram.recordValue(Math.max(0, Math.min(MOST_NANOS, nanos)));
  }

  synchronized long count() {
    return histogram.getTotalCount();
  }

  synchronized Spread spread() {
    return new Spread(at(50), at(95), at(99), at(100));
  }

  private double at(double percent) {
    return histogram.getValueAtPercentile(percent) / 1e6;
  }
}
