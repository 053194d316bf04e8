package dev.parley.reports.metrics;

/**
 * When a gap between two shown frames is a freeze (W3C webrtc-stats, {@code freezeCount}).
 *
 * <p>It is one of at least max(3 × average gap, average gap + 150 ms), the average over the last
 * {@value #FRAMES} frames. All times are in seconds.
 */
public final class FreezeRule {
  /** How many frames the average gap is taken over. */
  public static final int FRAMES = 30;

  private FreezeRule() {}

  /** The shortest gap that is a freeze, given the average gap before it. */
  public static double threshold(double averageGap) {
    return Math.max(3 * averageGap, averageGap + 0.150);
  }

  /** Whether a gap is a freeze, given the average gap before it. */
  public static boolean isFreeze(double gap, double averageGap) {
    return gap >= threshold(averageGap);
  }

  /** What of a gap counts as frozen: all of it where it is a freeze, else nothing. */
  public static Measured frozen(Measured gap, Measured averageGap) {
    return gap.combine(averageGap, (length, average) -> isFreeze(length, average) ? length : 0);
  }

  /**
   * The freeze ratio of a window, 0..1: seconds frozen, closed and open, over its length.
   *
   * @param closed the growth of {@code totalFreezesDuration}, which holds only gaps that have ended
   * @param open what of the gap at the window's end counts as frozen
   * @param window the window's length; no more than this can be frozen
   */
  public static Measured ratio(Measured closed, Measured open, Measured window) {
    return closed.plus(open).per(window).map(ratio -> Math.min(1, Math.max(0, ratio)));
  }
}
