package dev.parley.reports.metrics;

/** How counters changed between two readings. */
public final class Counters {
  private Counters() {}

  /** How much a counter grew; undefined where it fell, for a counter that cannot fall was reset. */
  public static Measured growth(Measured before, Measured after) {
    return change(before, after).map(delta -> delta < 0 ? Double.NaN : delta);
  }

  /** How much a counter changed that may also fall, as packets lost do when one comes late. */
  public static Measured change(Measured before, Measured after) {
    return after.minus(before);
  }
}
