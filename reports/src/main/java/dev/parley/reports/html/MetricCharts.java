package dev.parley.reports.html;

import dev.parley.reports.html.chart.Series;
import dev.parley.reports.html.chart.Series.Point;
import dev.parley.reports.html.page.AttemptSection.ChartFigure;
import dev.parley.reports.html.page.AttemptSection.ChartGroup;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Track;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Small multiples: one chart for each metric and kind of track, all participants on it. */
final class MetricCharts {
  private final AttemptView attempt;
  private final AttemptTime time;
  private final Cast cast;
  private final Plots plots;

  MetricCharts(AttemptView attempt, AttemptTime time, Cast cast, Plots plots) {
    this.attempt = attempt;
    this.time = time;
    this.cast = cast;
    this.plots = plots;
  }

  private record Subject(String metric, String kind) {
    boolean holds(Reading reading) {
      return reading.metric().equals(metric) && reading.track().kind().equals(kind);
    }

    String title() {
      String title = Words.metricTitle(metric);
      return kind.equals("connection") ? title : title + ", " + kind;
    }
  }

  List<ChartGroup> groups() {
    List<Subject> subjects =
        attempt.participants().stream()
            .flatMap(one -> one.samples().values().stream().flatMap(List::stream))
            .flatMap(sample -> sample.readings().stream())
            .map(reading -> new Subject(reading.metric(), reading.track().kind()))
            .distinct()
            .sorted(
                Comparator.<Subject>comparingInt(subject -> FigureTables.rank(subject.metric()))
                    .thenComparing(Subject::metric)
                    .thenComparing(Subject::kind, Comparator.reverseOrder()))
            .toList();
    List<ChartGroup> groups = new ArrayList<>();
    for (MetricFamily family : MetricFamily.values()) {
      List<ChartFigure> charts =
          subjects.stream()
              .filter(subject -> MetricFamily.of(subject.metric()) == family)
              .map(this::chart)
              .toList();
      if (!charts.isEmpty()) {
        groups.add(new ChartGroup(family.title(), charts));
      }
    }
    return groups;
  }

  private ChartFigure chart(Subject subject) {
    double largest =
        attempt.participants().stream()
            .flatMap(one -> one.samples().values().stream().flatMap(List::stream))
            .flatMap(sample -> sample.readings().stream())
            .filter(subject::holds)
            .map(Reading::value)
            .filter(value -> value != null)
            .mapToDouble(Math::abs)
            .max()
            .orElse(0);
    UnitScale scale = UnitScale.forValue(subject.metric(), largest);
    List<Series> lines = new ArrayList<>();
    attempt.participants().forEach(one -> addLines(lines, subject, one, scale.factor()));
    return plots.draw(subject.title(), scale.unit(), lines);
  }

  private void addLines(
      List<Series> lines, Subject subject, ParticipantView participant, double factor) {
    List<SampleLine> found = SampleLine.of(participant, subject::holds);
    int colour = cast.colour(participant.name());
    String name = cast.label(participant.name());
    for (int i = 0; i < found.size(); i++) {
      SampleLine line = found.get(i);
      List<Point> points = line.points(time, factor);
      String label = found.size() == 1 ? name : name + ", " + label(line.track(), line.pc());
      lines.add(new Series(label, colour, i, points));
    }
  }

  private static String label(Track track, String pc) {
    return track.equals(Track.CONNECTION) ? pc : track.label();
  }
}
