package dev.parley.harness.stats;

import dev.parley.reports.metrics.Counters;
import dev.parley.reports.metrics.Formulas;
import dev.parley.reports.metrics.Measured;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What was seen of one stats object, sample after sample.
 *
 * <p>Where the object changed its id or SSRC, or was not in every sample, no counter has a value.
 */
final class StatSeries {
  private final String type;
  private final String kind;
  private final List<Stat> stats;
  private final boolean unbroken;
  private final CapabilityMap.Missing missing;

  /**
   * A series.
   *
   * @param due how many samples it should have been in
   * @param missing tells why a member is missing
   */
  StatSeries(String type, String kind, List<Stat> stats, int due, CapabilityMap.Missing missing) {
    this.type = type;
    this.kind = kind;
    this.stats = List.copyOf(stats);
    this.missing = missing;
    this.unbroken =
        stats.size() == due
            && stats.stream().map(Stat::id).distinct().count() <= 1
            && stats.stream().map(stat -> Objects.toString(stat.ssrc())).distinct().count() <= 1;
  }

  List<Stat> stats() {
    return stats;
  }

  /** How much a counter grew from the first to the last, having fallen nowhere between. */
  Measured growth(String member) {
    return difference(member, Counters::growth);
  }

  /** How much a counter changed from the first to the last that may fall. */
  Measured change(String member) {
    return difference(member, Counters::change);
  }

  /** How much a counter grew in the series' last seconds, or in the whole of a shorter one. */
  Measured growthInLast(double seconds, String member) {
    int from = stats.size() - 1;
    while (from > 0 && secondsFrom(from).orElse(0) < seconds) {
      from--;
    }
    List<Stat> end = stats.subList(Math.max(0, from), stats.size());
    return new StatSeries(type, kind, end, unbroken ? end.size() : -1, missing).growth(member);
  }

  private Measured secondsFrom(int index) {
    return value(stats.get(stats.size() - 1), "timestamp")
        .minus(value(stats.get(index), "timestamp"))
        .times(1e-3);
  }

  /** Seconds from the first to the last by the object's own timestamps. */
  Measured seconds() {
    return growth("timestamp").times(1e-3);
  }

  /** The mean of a gauge over the samples that end an interval: all but the first of several. */
  Measured gauge(String member) {
    return gauge(stat -> value(stat, member));
  }

  /** The mean picture size in px over the samples that end an interval; 0 × 0 is no picture. */
  Measured pictureSize() {
    return gauge(
        stat ->
            Formulas.resolution(value(stat, "frameWidth"), value(stat, "frameHeight"))
                .map(size -> size > 0 ? size : Double.NaN));
  }

  private Measured gauge(Function<Stat, Measured> reading) {
    List<Measured> ends =
        stats.subList(Math.min(1, stats.size() - 1), stats.size()).stream().map(reading).toList();
    List<Measured> present = ends.stream().filter(Measured::isPresent).toList();
    return present.stream()
        .reduce(Measured::plus)
        .map(sum -> sum.times(1.0 / present.size()))
        .orElse(ends.get(ends.size() - 1));
  }

  /** A member's value in one of the samples. */
  Measured value(Stat stat, String member) {
    OptionalDouble number = stat.number(member);
    if (number.isPresent()) {
      return Measured.of(number.getAsDouble());
    }
    return stat.has(member) ? Measured.UNDEFINED : Measured.absent(missing.why(type, kind, member));
  }

  private Measured difference(String member, BinaryOperator<Measured> rule) {
    if (stats.isEmpty() || stats.stream().noneMatch(stat -> stat.has(member))) {
      return Measured.absent(missing.why(type, kind, member));
    }
    if (!unbroken || stats.size() < 2) {
      return Measured.UNDEFINED;
    }
    Measured before = value(stats.get(0), member);
    for (Stat stat : stats.subList(1, stats.size())) {
      Measured after = value(stat, member);
      Measured step = rule.apply(before, after);
      if (!step.isPresent()) {
        return step;
      }
      before = after;
    }
    return rule.apply(value(stats.get(0), member), before);
  }
}
