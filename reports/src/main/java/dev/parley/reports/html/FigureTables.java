package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.FigureGroup;
import dev.parley.reports.html.page.AttemptSection.FigureRow;
import dev.parley.reports.html.page.AttemptSection.FigureTable;
import dev.parley.reports.html.page.AttemptSection.FigureValue;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Track;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Prepares the figures: by kind of track, then by metric, one column for each participant. */
final class FigureTables {
  private static final List<String> KINDS = List.of("connection", "video", "audio", "data");
  private static final List<String> METRICS =
      MetricCatalogue.all().stream().map(Metric::id).toList();

  private FigureTables() {}

  static FigureTable of(List<ParticipantView> participants, Cast cast) {
    List<FigureGroup> groups =
        participants.stream()
            .flatMap(participant -> participant.figures().stream())
            .map(figure -> new Kind(figure.track()))
            .distinct()
            .sorted(Comparator.comparingInt(Kind::rank).thenComparing(Kind::title))
            .map(kind -> group(kind, participants))
            .toList();
    return new FigureTable(cast.heads(), groups);
  }

  /** The place of a metric in the catalogue; those it does not know come last. */
  static int rank(String metric) {
    int place = METRICS.indexOf(metric);
    return place < 0 ? METRICS.size() : place;
  }

  private record Kind(String kind, String direction) {
    Kind(Track track) {
      this(track.kind(), track.direction());
    }

    int rank() {
      int place = KINDS.indexOf(kind);
      return place < 0 ? KINDS.size() : place;
    }

    boolean holds(Reading reading) {
      return equals(new Kind(reading.track()));
    }

    String title() {
      return direction.equals("both") ? kind : kind + " " + direction;
    }
  }

  private static FigureGroup group(Kind kind, List<ParticipantView> participants) {
    List<List<Reading>> columns =
        participants.stream()
            .map(one -> one.figures().stream().filter(kind::holds).toList())
            .toList();
    List<FigureRow> rows =
        columns.stream()
            .flatMap(List::stream)
            .map(Reading::metric)
            .distinct()
            .sorted(
                Comparator.comparingInt(FigureTables::rank)
                    .thenComparing(Comparator.naturalOrder()))
            .map(metric -> row(metric, columns))
            .toList();
    return new FigureGroup(kind.title(), rows);
  }

  private static FigureRow row(String metric, List<List<Reading>> columns) {
    List<List<FigureValue>> values =
        columns.stream()
            .map(column -> column.stream().filter(one -> one.metric().equals(metric)).toList())
            .map(FigureTables::values)
            .toList();
    return new FigureRow(Words.metricTitle(metric), Words.better(metric), values);
  }

  private static List<FigureValue> values(List<Reading> readings) {
    if (readings.isEmpty()) {
      return List.of(new FigureValue("", "not measured", true));
    }
    boolean oneTrack = readings.stream().map(Reading::track).distinct().count() == 1;
    List<FigureValue> values = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      String label = oneTrack ? "" : shortLabel(reading.track());
      values.add(
          new FigureValue(
              (label + window(readings, i)).strip(),
              Words.reading(reading),
              reading.value() == null));
    }
    return values;
  }

  /** Which window a figure is of, where its metric and track come once for each of several. */
  private static String window(List<Reading> readings, int index) {
    Track track = readings.get(index).track();
    long alike = readings.stream().filter(other -> other.track().equals(track)).count();
    long before =
        readings.subList(0, index).stream().filter(other -> other.track().equals(track)).count();
    return alike == 1 ? "" : " window " + (before + 1);
  }

  private static String shortLabel(Track track) {
    if (track.rid() != null) {
      return track.rid();
    }
    return track.ssrc() == null
        ? Objects.requireNonNullElse(track.mid(), track.kind())
        : track.ssrc().toString();
  }
}
