package dev.parley.harness.network;

import dev.parley.reports.metrics.Measured;

/**
 * What the emulated links did to a stream over a window.
 *
 * @param lost packets dropped on its way, as far as the receiver can know
 * @param expected packets delivered or lost
 */
public record AppliedLoss(long lost, long expected) {
  private static final double LEAST = 3;
  private static final double SHARE = 0.005;

  /** The share that was lost, 0..1; undefined where nothing was expected. */
  public Measured ratio() {
    return Measured.of((double) lost).per(Measured.of((double) expected));
  }

  /**
   * By how many packets what a receiver counts may differ: 3, or half a percent of those expected.
   */
  public double tolerance() {
    return Math.max(LEAST, SHARE * expected);
  }

  /** Whether a receiver's count is what was applied. */
  public boolean agreesWith(double seenLost) {
    return Math.abs(seenLost - lost) <= tolerance();
  }
}
