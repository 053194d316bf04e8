package dev.parley.harness;

import org.jspecify.annotations.Nullable;

/**
 * A measured quantity, or the absence of one.
 *
 * @param value the value in {@code unit}; null where it was not measured, never 0 for that
 * @param unit the unit, as in {@code s} or {@code frames}
 */
public record Amount(@Nullable Double value, String unit) {

  public Amount {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("found " + value + " " + unit + ", expected it finite");
    }
  }

  /** A measured quantity. */
  public static Amount of(double value, String unit) {
    return new Amount(value, unit);
  }

  /** A quantity that was not measured. */
  public static Amount absent(String unit) {
    return new Amount(null, unit);
  }

  /** This quantity times a factor; absent where this is. */
  public Amount times(double factor) {
    return new Amount(value == null ? null : value * factor, unit);
  }
}
