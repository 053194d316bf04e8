package dev.parley.reports.html;

import dev.parley.reports.html.chart.Caption;
import dev.parley.reports.html.chart.Chart;
import dev.parley.reports.html.chart.LineChart;
import dev.parley.reports.html.chart.Series;
import dev.parley.reports.html.chart.Strip;
import dev.parley.reports.html.chart.Swatch;
import dev.parley.reports.html.page.AttemptSection.ChartFigure;
import dev.parley.reports.html.page.AttemptSection.DataRow;
import dev.parley.reports.html.page.AttemptSection.LegendEntry;
import dev.parley.reports.view.AttemptView;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws the charts of one attempt, all on the same time axis, with their legends and data. */
final class Plots {
  private static final Set<String> OWN_STEPS =
      Set.of("prepared", "call-start", "first-offer", "connected", "window-start", "window-end");

  private final AttemptTime time;
  private final String anchor;
  private final List<Chart.Moment> moments;
  private final Strip strip;
  private final double end;
  private int drawn;

  Plots(AttemptView attempt, AttemptTime time, Cast cast, String anchor) {
    this.time = time;
    this.anchor = anchor;
    this.end = time.lastMeasured();
    this.strip = new Strip(anchor + "-net", 0, end, new NetworkBands(time, cast, end).of(attempt));
    this.moments =
        attempt.steps().stream()
            .filter(at -> !OWN_STEPS.contains(at.event().name()))
            .map(at -> new Chart.Moment(time.seconds(at.runMs()), at.event().name()))
            .filter(moment -> moment.x() >= 0 && moment.x() <= end)
            .toList();
  }

  /** The right end of the time axis. */
  double end() {
    return end;
  }

  /** The applied networks, which every chart shows below its axis. */
  Strip strip() {
    return strip;
  }

  /** A chart of these lines; the values are already in the unit. */
  ChartFigure draw(String title, String unit, List<Series> all) {
    List<Series> lines = all.stream().map(this::untilEnd).toList();
    String in = unit.isEmpty() ? "" : " in " + unit;
    String names =
        String.join("; ", lines.stream().map(line -> line.name() + " " + range(line)).toList());
    String below = strip.bands().isEmpty() ? "" : " Below it, the networks that were applied.";
    Caption caption =
        new Caption(title + in, "Against seconds since the call's start. " + names + "." + below);
    String id = anchor + "-c" + ++drawn;
    Chart chart =
        new Chart(id, caption, unit, 0, end, time.windows(), moments, strip.below(), lines);
    List<LegendEntry> legend =
        lines.stream()
            .map(line -> new LegendEntry(Swatch.render(line), line.name(), range(line)))
            .toList();
    return new ChartFigure(title, unit, LineChart.render(chart), legend, data(lines));
  }

  private Series untilEnd(Series line) {
    List<Series.Point> points =
        line.points().stream().filter(point -> point.x() <= end + 1e-9).toList();
    return new Series(line.name(), line.colour(), line.variant(), points);
  }

  private static String range(Series line) {
    DoubleSummaryStatistics summary = line.summary();
    long gaps = line.points().size() - summary.getCount();
    String values =
        summary.getCount() == 0
            ? "no values"
            : "min " + number(summary.getMin()) + ", max " + number(summary.getMax());
    return gaps == 0 ? values : values + ", " + Words.count(gaps, "gap", "gaps");
  }

  private record Sample(Series line, Series.Point point) {}

  private static List<DataRow> data(List<Series> lines) {
    return lines.stream()
        .flatMap(line -> line.points().stream().map(point -> new Sample(line, point)))
        .sorted(Comparator.comparingDouble(sample -> sample.point().x()))
        .map(Plots::row)
        .toList();
  }

  private static DataRow row(Sample sample) {
    Double value = sample.point().y();
    return new DataRow(
        String.format(Locale.ROOT, "%.2f", sample.point().x()),
        sample.line().name(),
        value == null ? sample.point().absence() : number(value),
        value == null);
  }

  private static String number(double value) {
    return new UnitScale(1, "").number(value);
  }
}
