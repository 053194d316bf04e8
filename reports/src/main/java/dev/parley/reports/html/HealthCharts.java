package dev.parley.reports.html;

import dev.parley.reports.html.chart.Series;
import dev.parley.reports.html.chart.Series.Point;
import dev.parley.reports.html.page.AttemptSection.ChartFigure;
import dev.parley.reports.html.page.AttemptSection.ChartGroup;
import dev.parley.reports.model.RunEvent.HostHealth;
import dev.parley.reports.model.RunEvent.PageHealth;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Charts of what the machine and the pages had to spare. */
final class HealthCharts {
  private static final int MACHINE = 3;

  private final AttemptView attempt;
  private final AttemptTime time;
  private final Cast cast;
  private final Plots plots;

  HealthCharts(AttemptView attempt, AttemptTime time, Cast cast, Plots plots) {
    this.attempt = attempt;
    this.time = time;
    this.cast = cast;
    this.plots = plots;
  }

  List<ChartGroup> groups() {
    List<ChartFigure> charts = new ArrayList<>();
    if (!attempt.hostHealth().isEmpty()) {
      charts.add(
          plots.draw(
              "Machine in use",
              "%",
              List.of(
                  machine("CPU, all cores", 0, HostHealth::cpu, 100),
                  machine("waiting for a CPU (PSI)", 1, HostHealth::pressure, 100))));
      charts.add(
          plots.draw("Load average", "", List.of(machine("one minute", 0, HostHealth::load, 1))));
    }
    List<Series> late = new ArrayList<>(pages(PageHealth::timerLateMs));
    if (!attempt.hostHealth().isEmpty()) {
      late.add(machine("harness", 0, HostHealth::jvmLateMs, 1));
    }
    if (!late.isEmpty()) {
      charts.add(plots.draw("Late timers", "ms", late));
    }
    List<Series> cost = pages(PageHealth::sampleCostMs);
    if (!cost.isEmpty()) {
      charts.add(plots.draw("Cost of a sample in the page", "ms", cost));
    }
    return charts.isEmpty() ? List.of() : List.of(new ChartGroup("The machine", charts));
  }

  private Series machine(
      String name, int variant, Function<HostHealth, @Nullable Double> member, double factor) {
    List<Point> points =
        attempt.hostHealth().stream()
            .map(at -> point(time.seconds(at.runMs()), member.apply(at.event()), factor))
            .filter(point -> point.x() >= 0)
            .toList();
    return new Series(name, MACHINE, variant, points);
  }

  private static Point point(double x, @Nullable Double value, double factor) {
    return value == null ? Point.gap(x, "not reported") : Point.of(x, value * factor);
  }

  private List<Series> pages(ToDoubleFunction<PageHealth> member) {
    return attempt.participants().stream()
        .filter(participant -> !participant.health().isEmpty())
        .map(participant -> page(participant, member))
        .toList();
  }

  private Series page(ParticipantView participant, ToDoubleFunction<PageHealth> member) {
    List<Point> points =
        participant.health().stream()
            .map(
                health ->
                    Point.of(time.seconds(health.time().runMs()), member.applyAsDouble(health)))
            .filter(point -> point.x() >= 0)
            .toList();
    return new Series(cast.label(participant.name()), cast.colour(participant.name()), 0, points);
  }
}
