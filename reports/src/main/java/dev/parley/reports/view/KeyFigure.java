package dev.parley.reports.view;

import dev.parley.reports.metrics.Aggregate;
import dev.parley.reports.model.Better;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.Track;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one participant over the measured window.
 *
 * @param pc the peer connection; absent for a figure that was recorded as a whole
 * @param metric the metric's id
 * @param value the recorded figure, or the median of the samples in the window; in the metric's
 *     unit; absent where it was not measured
 * @param absent why there is no value
 * @param aggregate over the samples in the window; absent for a recorded figure
 */
public record KeyFigure(
    String participant,
    @Nullable String pc,
    String metric,
    Track track,
    @Nullable Double value,
    @Nullable Absence absent,
    @Nullable Aggregate aggregate) {

  /** The metric as this version knows it; empty for one that it does not know. */
  public Optional<Metric> known() {
    return MetricCatalogue.find(metric);
  }

  /** How the metric is headed in a report. */
  public String title() {
    return known().map(Metric::title).orElse(metric);
  }

  /** The metric's unit; empty for a metric that this version does not know. */
  public String unit() {
    return known().map(Metric::unit).orElse("");
  }

  /** The direction in which the metric improves. */
  public Better better() {
    return known().map(Metric::better).orElse(Better.NEITHER);
  }
}
