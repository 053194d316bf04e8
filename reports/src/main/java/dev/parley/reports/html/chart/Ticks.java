package dev.parley.reports.html.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis with round tick values: the step is 1, 2 or 5 times a power of ten.
 *
 * @param from the lowest tick, at or below every value
 * @param to the highest tick, at or above every value
 * @param step the distance of two ticks, above 0
 */
public record Ticks(double from, double to, double step) {
  private static final int GROUPED = 10_000;

  public Ticks {
    if (!(step > 0) || !(to > from)) {
      throw new IllegalArgumentException(
          "found ticks from " + from + " to " + to + " by " + step + ", expected a growing axis");
    }
  }

  /**
   * Chooses ticks that enclose a range.
   *
   * @param most how many steps there may be, at least 1; on both sides of 0 it takes 2
   */
  public static Ticks enclosing(double min, double max, int most) {
    if (!Double.isFinite(min) || !Double.isFinite(max) || min > max || most < 1) {
      throw new IllegalArgumentException(
          "found range "
              + min
              + ".."
              + max
              + " in "
              + most
              + " steps, expected finite and growing");
    }
    double high = max > min ? max : min == 0 ? 1 : min + Math.abs(min);
    // Zero is always a tick, so that a range on both sides of it takes two steps at least.
    int steps = min < 0 && high > 0 ? Math.max(most, 2) : most;
    double step = stepFor((high - min) / steps);
    while (Math.ceil(round(high / step)) - Math.floor(round(min / step)) > steps) {
      step = stepFor(step * 1.5);
    }
    double from = Math.floor(round(min / step)) * step;
    double to = Math.ceil(round(high / step)) * step;
    return new Ticks(from, to, step);
  }

  /** The tick values, from the lowest to the highest. */
  public List<Double> values() {
    List<Double> values = new ArrayList<>();
    long count = Math.round((to - from) / step);
    for (long i = 0; i <= count; i++) {
      values.add(from + i * step);
    }
    return values;
  }

  /** A tick's label, with the decimals that the step needs and no more. */
  public String label(double value) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    if (rounded.signum() == 0) {
      return "0";
    }
    return decimals == 0 && Math.abs(value) >= GROUPED
        ? String.format(Locale.ROOT, "%,d", rounded.longValue()).replace(',', '\u202f')
        : rounded.toPlainString();
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is not below this. */
  private static double stepFor(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (int times : new int[] {1, 2, 5}) {
      if (times * power >= atLeast * (1 - 1e-9)) {
        return times * power;
      }
    }
    return 10 * power;
  }

  /** Takes binary dust off a quotient, so that 0.3 / 0.1 is 3 and not a hair above. */
  private static double round(double quotient) {
    double whole = Math.rint(quotient);
    return Math.abs(quotient - whole) < 1e-9 ? whole : quotient;
  }
}
