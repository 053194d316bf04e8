package dev.parley.reports.metrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * What a set of values comes to.
 *
 * <p>Quantiles are exact over the raw values, by Hyndman and Fan's type 8 (approximately unbiased
 * for the median whatever the distribution).
 *
 * @param n how many values, at least 1
 * @param mean their mean
 * @param stddev their sample standard deviation; absent for one value
 * @param min the least
 * @param p5 the quantile at 5 %
 * @param p50 the median
 * @param p95 the quantile at 95 %
 * @param max the greatest
 */
public record Aggregate(
    long n,
    double mean,
    @Nullable Double stddev,
    double min,
    double p5,
    double p50,
    double p95,
    double max) {

  /** The quantiles' estimation type. */
  public static final EstimationMethod QUANTILES = EstimationMethod.HF8;

  /**
   * The aggregate of these values; empty where there are none.
   *
   * @throws IllegalArgumentException where a value is not finite
   */
  public static Optional<Aggregate> of(double... values) {
    if (values.length == 0) {
      return Optional.empty();
    }
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "found a value that is not finite among those to aggregate, expected only finite ones");
    }
    DoubleStatistics statistics =
        DoubleStatistics.of(
            EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.MIN, Statistic.MAX),
            values);
    double[] quantiles =
        Quantile.withDefaults()
            .withCopy(true)
            .with(QUANTILES)
            .evaluate(values, new double[] {0.05, 0.5, 0.95});
    return Optional.of(
        new Aggregate(
            values.length,
            statistics.getAsDouble(Statistic.MEAN),
            values.length == 1 ? null : statistics.getAsDouble(Statistic.STANDARD_DEVIATION),
            statistics.getAsDouble(Statistic.MIN),
            quantiles[0],
            quantiles[1],
            quantiles[2],
            statistics.getAsDouble(Statistic.MAX)));
  }

  /** The aggregate of these values; empty where there are none. */
  public static Optional<Aggregate> of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
