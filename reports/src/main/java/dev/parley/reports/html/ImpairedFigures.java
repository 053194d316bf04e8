package dev.parley.reports.html;

import dev.parley.reports.html.page.Fact;
import dev.parley.reports.model.Better;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent.LossCompared;
import dev.parley.reports.model.Track;
import dev.parley.reports.view.ParticipantView;
import dev.parley.reports.view.SeenLoss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Picks the few figures of a cell over an emulated network: of whoever came off worst. */
final class ImpairedFigures {
  private static final Map<Metric, String> NAMES = names();

  private ImpairedFigures() {}

  private record Found(ParticipantView participant, Reading reading) {}

  static List<Fact> of(List<ParticipantView> participants) {
    List<Fact> facts = new ArrayList<>();
    NAMES.forEach(
        (metric, name) ->
            worst(metric, participants)
                .ifPresent(
                    found -> {
                      facts.add(new Fact(name, Words.reading(found.reading())));
                      if (metric.equals(MetricCatalogue.PACKET_LOSS)) {
                        facts.add(new Fact("applied", applied(found)));
                      }
                    }));
    return facts;
  }

  /** A figure that could not be had counts as the worst. */
  private static Optional<Found> worst(Metric metric, List<ParticipantView> participants) {
    return participants.stream()
        .flatMap(
            one ->
                one.figures().stream()
                    .filter(reading -> reading.metric().equals(metric.id()))
                    .map(reading -> new Found(one, reading)))
        .max(Comparator.comparingDouble(found -> badness(metric, found.reading())));
  }

  private static double badness(Metric metric, Reading reading) {
    double value = Objects.requireNonNullElse(reading.value(), Double.POSITIVE_INFINITY);
    return metric.better() == Better.HIGHER && reading.value() != null ? -value : value;
  }

  /** The loss that was applied to the same stream. */
  private static String applied(Found seen) {
    Track track = seen.reading().track();
    Optional<LossCompared> compared =
        seen.participant().network().losses().stream()
            .filter(loss -> Objects.equals(loss.track().ssrc(), track.ssrc()))
            .filter(loss -> loss.track().kind().equals(track.kind()))
            .reduce((earlier, later) -> later);
    Optional<Double> share =
        compared.flatMap(loss -> Optional.ofNullable(new SeenLoss(loss).applied()));
    return share
        .map(LinkWords::share)
        .or(() -> figure(seen.participant(), track))
        .orElse("not reported");
  }

  private static Optional<String> figure(ParticipantView participant, Track track) {
    return participant.figures().stream()
        .filter(one -> one.metric().equals(MetricCatalogue.APPLIED_LOSS.id()))
        .filter(one -> one.track().equals(track))
        .reduce((earlier, later) -> later)
        .map(Words::reading);
  }

  private static Map<Metric, String> names() {
    Map<Metric, String> names = new LinkedHashMap<>();
    names.put(MetricCatalogue.PACKET_LOSS, "loss seen");
    names.put(MetricCatalogue.FREEZE_RATIO, "frozen");
    names.put(MetricCatalogue.AUDIBLE_CONCEALMENT, "concealed");
    names.put(MetricCatalogue.HARMONIC_FRAME_RATE, "harmonic");
    return names;
  }
}
