package dev.parley.network.relay;

/** So many requests a second: a bucket that fills steadily. */
final class Allowance {
  private static final int MOST = 50;
  private static final double NANOS_EACH = 1e9 / MOST;

  private double left = MOST;
  private long seenNanos = Long.MIN_VALUE;

  /** Whether one more may pass; the time never falls. */
  boolean takes(long nowNanos) {
    if (seenNanos != Long.MIN_VALUE) {
      left = Math.min(MOST, left + (nowNanos - seenNanos) / NANOS_EACH);
    }
    seenNanos = nowNanos;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
