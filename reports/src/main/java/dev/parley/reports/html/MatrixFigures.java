package dev.parley.reports.html;

import dev.parley.reports.html.page.Fact;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Picks the few figures of a cell that stand in the matrix. */
final class MatrixFigures {
  private static final int MOST = 4;
  private static final Map<Metric, String> SLOWEST = slowest();

  private MatrixFigures() {}

  static List<Fact> of(CellView cell) {
    List<ParticipantView> participants =
        cell.lastAttempt().map(attempt -> attempt.participants()).orElse(List.of());
    if (participants.stream().anyMatch(one -> one.network().isEmulated())) {
      List<Fact> impaired = ImpairedFigures.of(participants);
      if (!impaired.isEmpty()) {
        return impaired;
      }
    }
    List<Fact> facts = new ArrayList<>();
    SLOWEST.forEach(
        (metric, name) ->
            slowest(metric, participants)
                .ifPresent(reading -> facts.add(new Fact(name, Words.reading(reading)))));
    if (participants.size() == 2) {
      received(participants.get(1)).ifPresent(text -> facts.add(new Fact("to answerer", text)));
      received(participants.get(0)).ifPresent(text -> facts.add(new Fact("to offerer", text)));
    }
    return facts.subList(0, Math.min(MOST, facts.size()));
  }

  /** The figure of whoever took longest; one that could not be had counts as longest. */
  private static Optional<Reading> slowest(Metric metric, List<ParticipantView> participants) {
    return participants.stream()
        .flatMap(participant -> participant.figures().stream())
        .filter(reading -> reading.metric().equals(metric.id()))
        .max((a, b) -> Double.compare(orInfinite(a), orInfinite(b)));
  }

  private static double orInfinite(Reading reading) {
    return Objects.requireNonNullElse(reading.value(), Double.POSITIVE_INFINITY);
  }

  /** What came in: frame rate and bitrate of the video, or the bitrate of the sound alone. */
  private static Optional<String> received(ParticipantView participant) {
    Optional<Reading> frames = find(participant, MetricCatalogue.FRAME_RATE_IN, "video");
    Optional<Reading> bits =
        find(participant, MetricCatalogue.BITRATE_IN, "video")
            .or(() -> find(participant, MetricCatalogue.BITRATE_IN, "audio"));
    List<String> texts =
        Stream.of(frames, bits).flatMap(Optional::stream).map(Words::reading).distinct().toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
  }

  /** The figure of the last window, where there are several. */
  private static Optional<Reading> find(ParticipantView participant, Metric metric, String kind) {
    return participant.figures().stream()
        .filter(one -> one.metric().equals(metric.id()) && one.track().kind().equals(kind))
        .reduce((earlier, later) -> later);
  }

  private static Map<Metric, String> slowest() {
    Map<Metric, String> names = new LinkedHashMap<>();
    names.put(MetricCatalogue.TIME_TO_RECOVER, "recovered");
    names.put(MetricCatalogue.TIME_TO_NOTICE_CLOSE, "noticed");
    names.put(MetricCatalogue.TIME_TO_CONNECTED, "connected");
    names.put(MetricCatalogue.MESSAGE_ROUND_TRIP, "messages");
    return names;
  }
}
