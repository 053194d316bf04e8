package dev.parley.reports.html;

import dev.parley.reports.html.chart.Series.Point;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent.Sample;
import dev.parley.reports.model.Track;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One track's readings of one metric over the samples of one peer connection.
 *
 * @param samples every sample of the connection, so that what is missing in one can be told
 */
record SampleLine(String pc, Track track, List<Sample> samples, Predicate<Reading> chosen) {

  /** The lines of one participant, in the order in which their tracks first appear. */
  static List<SampleLine> of(ParticipantView participant, Predicate<Reading> chosen) {
    List<SampleLine> lines = new ArrayList<>();
    participant
        .samples()
        .forEach(
            (pc, samples) ->
                samples.stream()
                    .flatMap(sample -> sample.readings().stream())
                    .filter(chosen)
                    .map(Reading::track)
                    .distinct()
                    .forEach(track -> lines.add(new SampleLine(pc, track, samples, chosen))));
    return lines;
  }

  /** The points, with a gap for each absent reading and each sample that did not arrive. */
  List<Point> points(AttemptTime time, double factor) {
    List<Point> points = new ArrayList<>();
    long expected = -1;
    for (Sample sample : samples) {
      double x = time.seconds(sample.time().runMs());
      if (expected >= 0 && sample.number() > expected && !points.isEmpty()) {
        points.add(Point.gap((points.get(points.size() - 1).x() + x) / 2, "sample lost"));
      }
      expected = sample.number() + 1;
      find(sample)
          .map(reading -> point(x, reading, factor))
          .or(() -> points.isEmpty() ? Optional.empty() : Optional.of(Point.gap(x, "not there")))
          .ifPresent(points::add);
    }
    while (!points.isEmpty() && points.get(points.size() - 1).absence().equals("not there")) {
      points.remove(points.size() - 1);
    }
    return points;
  }

  private Optional<Reading> find(Sample sample) {
    return sample.readings().stream()
        .filter(reading -> chosen.test(reading) && reading.track().equals(track))
        .findFirst();
  }

  private static Point point(double x, Reading reading, double factor) {
    if (reading.value() != null) {
      return Point.of(x, reading.value() * factor);
    }
    return Point.gap(x, Words.reading(reading));
  }
}
