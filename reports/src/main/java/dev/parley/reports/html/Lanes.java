package dev.parley.reports.html;

import dev.parley.reports.html.chart.Lane;
import dev.parley.reports.html.chart.Lane.Pin;
import dev.parley.reports.html.chart.Lane.Span;
import dev.parley.reports.model.RunEvent.Mark;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.LinkView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timeline's lanes: the states of each participant as bars, everything else as pins. */
final class Lanes {
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_DETAIL = 24;
  private static final int LONGEST_NAME = 13;
  private static final int MOST_ALIKE = 4;
  private static final Map<String, String> MACHINES = machines();

  private final AttemptView attempt;
  private final AttemptTime time;
  private final Cast cast;

  Lanes(AttemptView attempt, AttemptTime time, Cast cast) {
    this.attempt = attempt;
    this.time = time;
    this.cast = cast;
  }

  List<Lane> all() {
    List<Lane> lanes = new ArrayList<>();
    for (ParticipantView participant : attempt.participants()) {
      MACHINES.forEach((machine, title) -> addStates(lanes, participant, machine, title));
      addMoments(lanes, participant);
      addLinks(lanes, participant);
    }
    lanes.add(new Lane("harness", "steps", -1, List.of(), harnessPins()));
    return lanes;
  }

  /** What comes again and again has a lane of its own, where its name need not be repeated. */
  private void addMoments(List<Lane> lanes, ParticipantView participant) {
    Map<String, List<Mark>> byName =
        participant.marks().stream()
            .filter(mark -> machine(mark) == null)
            .collect(Collectors.groupingBy(Mark::name, LinkedHashMap::new, Collectors.toList()));
    List<Pin> pins =
        byName.values().stream()
            .filter(marks -> marks.size() <= MOST_ALIKE)
            .flatMap(List::stream)
            .map(mark -> pin(mark, label(mark)))
            .sorted(Comparator.comparingDouble(Pin::x))
            .toList();
    lanes.add(lane(participant, "moments", List.of(), pins));
    byName.forEach(
        (name, marks) -> {
          if (marks.size() > MOST_ALIKE) {
            List<Pin> alike = marks.stream().map(mark -> pin(mark, "")).toList();
            lanes.add(lane(participant, clip(name, LONGEST_NAME), List.of(), alike));
          }
        });
  }

  private void addStates(
      List<Lane> lanes, ParticipantView participant, String machine, String title) {
    List<Mark> states =
        participant.marks().stream().filter(mark -> machine.equals(machine(mark))).toList();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      double from = time.seconds(states.get(i).time().runMs());
      double to =
          i + 1 < states.size()
              ? time.seconds(states.get(i + 1).time().runMs())
              : Math.max(from, time.last());
      String state = state(states.get(i));
      spans.add(new Span(from, to, clip(state, LONGEST_LABEL), kind(state)));
    }
    if (!spans.isEmpty()) {
      lanes.add(lane(participant, title, spans, List.of()));
    }
  }

  /** One lane for each direction of the link, or one for both where they are alike. */
  private void addLinks(List<Lane> lanes, ParticipantView participant) {
    List<Lane> found = new ArrayList<>();
    for (LinkView link : participant.network().links()) {
      List<Span> spans =
          new LinkPhases(link, time, time.first(), time.last())
              .stretches().stream().map(LinkPhases.Stretch::span).toList();
      if (!spans.isEmpty()) {
        found.add(lane(participant, LinkWords.direction(link.direction()), spans, List.of()));
      }
    }
    if (found.size() == 2 && found.get(0).spans().equals(found.get(1).spans())) {
      lanes.add(lane(participant, "network", found.get(0).spans(), List.of()));
    } else {
      lanes.addAll(found);
    }
  }

  private Lane lane(ParticipantView participant, String name, List<Span> spans, List<Pin> pins) {
    return new Lane(participant.name(), name, cast.colour(participant.name()), spans, pins);
  }

  private Pin pin(Mark mark, String label) {
    return new Pin(time.seconds(mark.time().runMs()), label, "moment-pin");
  }

  /** The name, with the detail where that is a word or two and no data. */
  private static String label(Mark mark) {
    String detail = mark.detail();
    return detail == null || detail.startsWith("{") || detail.length() > LONGEST_DETAIL
        ? clip(mark.name(), LONGEST_LABEL)
        : clip(mark.name() + " " + detail, LONGEST_LABEL);
  }

  private List<Pin> harnessPins() {
    Stream<Pin> steps =
        attempt.steps().stream()
            .map(
                at ->
                    new Pin(
                        time.seconds(at.runMs()), clip(at.event().name(), LONGEST_LABEL), "step"));
    Stream<Pin> faults =
        attempt.faults().stream()
            .map(
                at ->
                    new Pin(
                        time.seconds(at.runMs()), clip(at.event().kind(), LONGEST_LABEL), "fault"));
    return Stream.concat(steps, faults).sorted(Comparator.comparingDouble(Pin::x)).toList();
  }

  /** The state machine that the mark is a change of; absent for any other moment. */
  private static @Nullable String machine(Mark mark) {
    if (mark.detail() != null) {
      return MACHINES.containsKey(mark.name()) ? mark.name() : null;
    }
    return switch (mark.name()) {
      case "gathering", "complete" -> "ice-gathering";
      case "connecting", "checking", "connected", "disconnected", "failed", "closed" ->
          "connection";
      default -> null;
    };
  }

  private static String state(Mark mark) {
    return mark.detail() == null ? mark.name() : mark.detail();
  }

  private static String kind(String state) {
    return switch (state) {
      case "connected", "completed", "complete" -> "good";
      case "failed", "disconnected" -> "bad";
      case "new", "closed", "stable" -> "idle";
      default -> "wait";
    };
  }

  private static String clip(String label, int longest) {
    return label.length() <= longest ? label : label.substring(0, longest - 1) + "…";
  }

  private static Map<String, String> machines() {
    Map<String, String> machines = new LinkedHashMap<>();
    machines.put("signaling-state", "signaling");
    machines.put("ice-gathering", "ICE gathering");
    machines.put("ice-connection", "ICE");
    machines.put("connection", "connection");
    return machines;
  }
}
