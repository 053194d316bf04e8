package dev.parley.reports.metrics;

import dev.parley.reports.model.Metric;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.Track;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number that was measured, or the reason why there is none; arithmetic keeps the reason.
 *
 * <p>A result that is not finite is {@link Absence#UNDEFINED}. Of two absent operands the graver
 * reason wins: stalled, then not reported, then undefined.
 *
 * @param value the number, finite; present exactly when {@code absent} is not
 * @param absent why there is no number
 */
public record Measured(@Nullable Double value, @Nullable Absence absent) {

  /** The formula has no value here. */
  public static final Measured UNDEFINED = new Measured(null, Absence.UNDEFINED);

  /** The browser does not report what the formula needs. */
  public static final Measured NOT_REPORTED = new Measured(null, Absence.NOT_REPORTED);

  public Measured {
    if ((value == null) == (absent == null)) {
      throw new IllegalArgumentException("a figure has either a value or a reason for its absence");
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("found " + value + ", expected a finite number");
    }
  }

  /** A number; undefined where it is not finite. */
  public static Measured of(double value) {
    return Double.isFinite(value) ? new Measured(value, null) : UNDEFINED;
  }

  /** A figure that could not be had. */
  public static Measured absent(Absence why) {
    return new Measured(null, why);
  }

  /** Whether there is a number. */
  public boolean isPresent() {
    return value != null;
  }

  /** The number, or {@code other} where there is none; for display and comparison, not for sums. */
  public double orElse(double other) {
    return value != null ? value : other;
  }

  /** The sum. */
  public Measured plus(Measured other) {
    return combine(other, Double::sum);
  }

  /** The difference. */
  public Measured minus(Measured other) {
    return combine(other, (a, b) -> a - b);
  }

  /** The product with a factor. */
  public Measured times(double factor) {
    return map(number -> number * factor);
  }

  /** The quotient; undefined where the denominator is not positive. */
  public Measured per(Measured denominator) {
    return combine(denominator, (a, b) -> b > 0 ? a / b : Double.NaN);
  }

  /** The lesser of both. */
  public Measured min(Measured other) {
    return combine(other, Math::min);
  }

  /** The greater of both. */
  public Measured max(Measured other) {
    return combine(other, Math::max);
  }

  /** The product. */
  public Measured times(Measured other) {
    return combine(other, (a, b) -> a * b);
  }

  /** The number, mapped; the reason where there is none. */
  public Measured map(DoubleUnaryOperator function) {
    return value == null ? this : of(function.applyAsDouble(value));
  }

  /** This figure as a reading of a metric. */
  public Reading reading(Metric metric, Track track) {
    return new Reading(metric.id(), track, value, absent);
  }

  Measured combine(Measured other, DoubleBinaryOperator operator) {
    if (value == null || other.value == null) {
      return rank(absent) >= rank(other.absent) ? this : other;
    }
    return of(operator.applyAsDouble(value, other.value));
  }

  private static int rank(@Nullable Absence why) {
    if (why == null) {
      return 0;
    }
    return switch (why) {
      case UNDEFINED -> 1;
      case NOT_REPORTED -> 2;
      case STALLED -> 3;
    };
  }
}
