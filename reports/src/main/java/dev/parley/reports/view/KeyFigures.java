package dev.parley.reports.view;

import dev.parley.reports.metrics.Aggregate;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent.Sample;
import dev.parley.reports.model.RunEvent.Window;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures that an attempt comes to, participant by participant. */
public final class KeyFigures {
  private record Key(String metric, Track track) {}

  private static final List<String> ORDER = MetricCatalogue.all().stream().map(Metric::id).toList();

  private KeyFigures() {}

  /**
   * Every figure of an attempt: as it was recorded, else over the samples inside the window.
   * Without a window there are only recorded ones.
   */
  public static List<KeyFigure> of(AttemptView attempt) {
    List<KeyFigure> figures = new ArrayList<>();
    for (ParticipantView participant : attempt.participants()) {
      figures.addAll(of(participant, attempt.window()));
    }
    return List.copyOf(figures);
  }

  private static List<KeyFigure> of(ParticipantView participant, @Nullable Window window) {
    Map<Key, KeyFigure> recorded = new LinkedHashMap<>();
    for (Reading figure : participant.figures()) {
      recorded.put(
          new Key(figure.metric(), figure.track()),
          new KeyFigure(
              participant.name(),
              null,
              figure.metric(),
              figure.track(),
              figure.value(),
              figure.absent(),
              null));
    }
    List<KeyFigure> figures = new ArrayList<>(recorded.values());
    if (window != null) {
      participant
          .samples()
          .forEach(
              (pc, samples) ->
                  inWindow(samples, window)
                      .forEach(
                          (key, readings) -> {
                            if (!recorded.containsKey(key)) {
                              figures.add(aggregated(participant.name(), pc, key, readings));
                            }
                          }));
    }
    figures.sort(Comparator.comparingInt(KeyFigures::rank));
    return figures;
  }

  private static Map<Key, List<Reading>> inWindow(List<Sample> samples, Window window) {
    Map<Key, List<Reading>> readings = new LinkedHashMap<>();
    for (Sample sample : samples) {
      double at = sample.time().runMs();
      if (at >= window.fromMs() && at <= window.toMs()) {
        for (Reading reading : sample.readings()) {
          readings
              .computeIfAbsent(new Key(reading.metric(), reading.track()), key -> new ArrayList<>())
              .add(reading);
        }
      }
    }
    return readings;
  }

  /** Where no sample has a value, the last one's reason stands for all. */
  private static KeyFigure aggregated(
      String participant, String pc, Key key, List<Reading> readings) {
    List<Double> values = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading.value() != null) {
        values.add(reading.value());
      }
    }
    Aggregate aggregate = Aggregate.of(values).orElse(null);
    return new KeyFigure(
        participant,
        pc,
        key.metric(),
        key.track(),
        aggregate == null ? null : (Double) aggregate.p50(),
        aggregate == null ? readings.get(readings.size() - 1).absent() : null,
        aggregate);
  }

  private static int rank(KeyFigure figure) {
    int at = ORDER.indexOf(figure.metric());
    return at < 0 ? ORDER.size() : at;
  }
}
