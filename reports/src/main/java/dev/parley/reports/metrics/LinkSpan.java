package dev.parley.reports.metrics;

/**
 * What a link did in an interval.
 *
 * @param fromMs when it began
 * @param toMs when it ended, on the same clock
 * @param offeredBytes IP bytes that came to it
 * @param deliveredBytes IP bytes that left it
 * @param queueDelay how long packets waited at the bottleneck, in s; absent without packets
 */
public record LinkSpan(
    double fromMs, double toMs, double offeredBytes, double deliveredBytes, Measured queueDelay) {

  public LinkSpan {
    if (!(toMs > fromMs)) {
      throw new IllegalArgumentException(
          "found an interval from %s to %s ms, expected it to end after it began"
              .formatted(fromMs, toMs));
    }
  }

  double seconds() {
    return (toMs - fromMs) / 1000;
  }

  /** This and the one that follows it, as one; how long packets waited is not told of both. */
  LinkSpan and(LinkSpan next) {
    return new LinkSpan(
        fromMs,
        next.toMs,
        offeredBytes + next.offeredBytes,
        deliveredBytes + next.deliveredBytes,
        Measured.UNDEFINED);
  }

  /** Bit/s that came. */
  double offeredRate() {
    return 8 * offeredBytes / seconds();
  }

  /** Bit/s that left. */
  double deliveredRate() {
    return 8 * deliveredBytes / seconds();
  }
}
