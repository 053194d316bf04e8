package dev.parley.reports.html;

import dev.parley.reports.html.chart.Series;
import dev.parley.reports.html.chart.Series.Point;
import dev.parley.reports.html.chart.Strip.Level;
import dev.parley.reports.html.page.AttemptSection.ChartFigure;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.RunEvent.NetworkSample;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.LinkView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Charts of what the emulated links carried, how long packets waited, and how late they left. */
final class NetworkCharts {
  private final AttemptTime time;
  private final Cast cast;
  private final Plots plots;
  private final List<LinkView> links;

  NetworkCharts(AttemptView attempt, AttemptTime time, Cast cast, Plots plots) {
    this.time = time;
    this.cast = cast;
    this.plots = plots;
    this.links =
        attempt.participants().stream()
            .flatMap(one -> one.network().links().stream())
            .filter(link -> !link.samples().isEmpty())
            .toList();
  }

  /** The rates of a link on which nothing is ever impaired are left out: out comes what went in. */
  List<ChartFigure> charts() {
    List<ChartFigure> charts = new ArrayList<>();
    links.stream().filter(link -> !link.isIdeal()).map(this::rates).forEach(charts::add);
    List<LinkView> limited =
        links.stream()
            .filter(link -> link.samples().stream().anyMatch(one -> one.bitsPerSecond() != null))
            .toList();
    if (!limited.isEmpty()) {
      charts.add(plots.draw("Queue delay", "ms", lines(limited, NetworkSample::queueMs)));
    }
    List<LinkView> timed =
        links.stream()
            .filter(link -> link.samples().stream().anyMatch(one -> one.latenessMs() != null))
            .toList();
    if (!timed.isEmpty()) {
      charts.add(
          plots.draw("Lateness, 95 % quantile", "ms", lines(timed, NetworkSample::latenessMs)));
    }
    return charts;
  }

  private ChartFigure rates(LinkView link) {
    double largest =
        link.samples().stream()
            .mapToDouble(sample -> rate(sample, NetworkSample::offeredBytes))
            .max()
            .orElse(0);
    UnitScale scale = UnitScale.forValue(MetricCatalogue.BITRATE_IN.id(), largest);
    int colour = cast.colour(link.participant());
    List<Series> lines = new ArrayList<>();
    lines.add(
        new Series("delivered", colour, 0, rates(link, NetworkSample::deliveredBytes, scale)));
    lines.add(new Series("offered", colour, 1, rates(link, NetworkSample::offeredBytes, scale)));
    List<Point> capacity = capacity(link, scale);
    if (!capacity.isEmpty()) {
      lines.add(new Series("capacity", colour, 2, capacity));
    }
    String direction = LinkWords.direction(link.direction());
    return plots.draw(cast.label(link.participant()) + ", " + direction, scale.unit(), lines);
  }

  private List<Point> rates(LinkView link, ToLongFunction<NetworkSample> bytes, UnitScale scale) {
    return link.samples().stream()
        .filter(sample -> sample.toMs() > sample.fromMs() && time.seconds(sample.toMs()) >= 0)
        .map(sample -> Point.of(time.seconds(sample.toMs()), rate(sample, bytes) * scale.factor()))
        .toList();
  }

  /** Both ends of each level, so that the line has steps. */
  private List<Point> capacity(LinkView link, UnitScale scale) {
    List<Point> points = new ArrayList<>();
    for (Level level : new LinkPhases(link, time, 0, plots.end()).levels()) {
      if (level.bitsPerSecond() == null) {
        points.add(Point.gap(level.from(), "unlimited"));
      } else {
        double value = level.bitsPerSecond() * scale.factor();
        points.add(Point.of(level.from(), value));
        points.add(Point.of(level.to(), value));
      }
    }
    return points;
  }

  private List<Series> lines(List<LinkView> of, Function<NetworkSample, @Nullable Double> member) {
    return of.stream().map(link -> line(link, member)).toList();
  }

  private Series line(LinkView link, Function<NetworkSample, @Nullable Double> member) {
    List<Point> points =
        link.samples().stream()
            .filter(sample -> time.seconds(sample.toMs()) >= 0)
            .map(sample -> point(sample, member.apply(sample)))
            .toList();
    String direction = LinkWords.direction(link.direction());
    return new Series(
        cast.label(link.participant()) + ", " + direction,
        cast.colour(link.participant()),
        link.direction().equals("up") ? 0 : 1,
        points);
  }

  private Point point(NetworkSample sample, @Nullable Double value) {
    double x = time.seconds(sample.toMs());
    if (value != null) {
      return Point.of(x, value);
    }
    return Point.gap(x, sample.delivered() == 0 ? "no packets" : "not reported");
  }

  private static double rate(NetworkSample sample, ToLongFunction<NetworkSample> bytes) {
    double seconds = (sample.toMs() - sample.fromMs()) / 1000;
    return seconds <= 0 ? 0 : bytes.applyAsLong(sample) * 8 / seconds;
  }
}
