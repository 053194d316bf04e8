package dev.parley.reports.metrics;

/**
 * When a gap between two shown frames is a freeze (W3C webrtc-stats, {@code freezeCount}).
 *
 * <p>It is one of at least max(3 × average gap, average gap + 150 ms), the average over the last
 * {@value #FRAMES} frames.
 */
public final class FreezeRule {
  /** How many frames the average gap is taken over. */
  public static final int FRAMES = 30;

  private FreezeRule() {}

  /** The shortest gap in seconds that is a freeze, given the average gap before it in seconds. */
  public static double threshold(double averageGap) {
    return Math.max(3 * averageGap, averageGap + 0.150);
  }

  /** Whether a gap in seconds is a freeze. */
  public static boolean isFreeze(double gap, double averageGap) {
    return gap >= threshold(averageGap);
  }

  /**
   * The freeze ratio of a window: seconds frozen, with a gap still open at its end, over its
   * length.
   *
   * @param frozen the growth of {@code totalFreezesDuration} in seconds
   * @param openGap seconds since the last frame at the window's end
   * @param averageGap the average gap in seconds before that one
   * @param window the window's length in seconds; no more than this can be frozen
   */
  public static Measured ratio(
      Measured frozen, Measured openGap, Measured averageGap, Measured window) {
    Measured open =
        openGap
            .minus(averageGap.times(0))
            .map(gap -> isFreeze(gap, averageGap.orElse(0)) ? gap : 0);
    return frozen.plus(open).per(window).map(ratio -> Math.min(1, ratio));
  }
}
