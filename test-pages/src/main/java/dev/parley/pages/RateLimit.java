package dev.parley.pages;

/** A token bucket: a sustained rate, and a burst of two seconds' worth. Not thread-safe. */
final class RateLimit {
  private static final double BURST_SECONDS = 2;
  private final double perNano;
  private final double capacity;
  private double left;
  private long last;

  RateLimit(int perSecond, long nowNanos) {
    this.perNano = perSecond / 1e9;
    this.capacity = perSecond * BURST_SECONDS;
    this.left = capacity;
    this.last = nowNanos;
  }

  /** Takes one; false where the rate is exceeded. */
  boolean admit(long nowNanos) {
    left = Math.min(capacity, left + (nowNanos - last) * perNano);
    last = nowNanos;
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }
}
