package dev.parley.reports.html;

import dev.parley.reports.html.chart.Chart;
import dev.parley.reports.html.chart.Lane.Span;
import dev.parley.reports.html.chart.Strip.Level;
import dev.parley.reports.html.chart.Strip.Phase;
import dev.parley.reports.model.RunEvent.NetworkSample;
import dev.parley.reports.model.RunEvent.NetworkState;
import dev.parley.reports.view.LinkView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A link's states as stretches of an attempt's time axis, cut off at its ends. */
final class LinkPhases {
  /** A capacity that lies closer to another than this is drawn as the same. */
  private static final double SAME = 0.01;

  private final LinkView link;
  private final AttemptTime time;
  private final double from;
  private final double to;

  LinkPhases(LinkView link, AttemptTime time, double from, double to) {
    this.link = link;
    this.time = time;
    this.from = from;
    this.to = to;
  }

  /** A stretch in which nothing changed. */
  record Stretch(NetworkState state, double from, double to) {

    /** As a bar of the timeline, with the reason where it is a change. */
    Span span() {
      List<String> labels = new ArrayList<>(LinkWords.labels(state));
      if (!state.why().equals("start")) {
        labels.add(0, labels.get(0) + " (" + state.why() + ")");
      }
      String kind = state.outage() ? "bad" : LinkView.isIdeal(state) ? "idle" : "wait";
      return new Span(from, to, labels, kind);
    }
  }

  /** Stretches on the axis; neighbours that are the same to a packet are one. */
  List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    List<NetworkState> states = link.states();
    for (int i = 0; i < states.size(); i++) {
      double begin = Math.max(from, time.seconds(states.get(i).atMs()));
      double end = i + 1 < states.size() ? time.seconds(states.get(i + 1).atMs()) : to;
      if (Math.min(end, to) > begin) {
        add(stretches, new Stretch(states.get(i), begin, Math.min(end, to)));
      }
    }
    return stretches;
  }

  private static void add(List<Stretch> stretches, Stretch next) {
    Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    if (last != null && LinkView.alike(last.state(), next.state())) {
      stretches.set(stretches.size() - 1, new Stretch(last.state(), last.from(), next.to()));
    } else {
      stretches.add(next);
    }
  }

  List<Phase> phases() {
    return stretches().stream()
        .map(
            one ->
                new Phase(
                    one.from(),
                    one.to(),
                    one.state().loss(),
                    one.state().outage(),
                    LinkWords.labels(one.state())))
        .toList();
  }

  /** When and why something changed, the start not counted. */
  List<Chart.Moment> changes() {
    return stretches().stream()
        .filter(one -> one.from() > from && !one.state().why().equals("start"))
        .map(one -> new Chart.Moment(one.from(), one.state().why()))
        .toList();
  }

  /** The capacity over time, a trace's as it was sampled; none where it was never limited. */
  List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    for (Stretch stretch : stretches()) {
      List<Level> sampled = sampled(stretch);
      if (sampled.isEmpty() || stretch.state().outage()) {
        Double bits = stretch.state().outage() ? null : stretch.state().bitsPerSecond();
        add(levels, new Level(stretch.from(), stretch.to(), bits));
      } else {
        sampled.forEach(level -> add(levels, level));
      }
    }
    return levels.stream().allMatch(level -> level.bitsPerSecond() == null) ? List.of() : levels;
  }

  /** What was sampled within a stretch, where that is not what was asked for throughout. */
  private List<Level> sampled(Stretch stretch) {
    List<Level> sampled = new ArrayList<>();
    for (NetworkSample sample : link.samples()) {
      double begin = time.seconds(sample.fromMs());
      double end = time.seconds(sample.toMs());
      if (begin >= stretch.from() - SAME && end <= stretch.to() + SAME) {
        sampled.add(new Level(begin, end, sample.bitsPerSecond()));
      }
    }
    Double asked = stretch.state().bitsPerSecond();
    boolean varies = sampled.stream().anyMatch(level -> !same(level.bitsPerSecond(), asked));
    return varies ? filled(stretch, sampled) : List.of();
  }

  /** Without gaps: what was asked for holds where nothing was sampled. */
  private static List<Level> filled(Stretch stretch, List<Level> sampled) {
    List<Level> filled = new ArrayList<>();
    double at = stretch.from();
    for (Level level : sampled) {
      if (level.from() > at + SAME) {
        filled.add(new Level(at, level.from(), stretch.state().bitsPerSecond()));
      }
      filled.add(new Level(Math.max(at, level.from()), level.to(), level.bitsPerSecond()));
      at = level.to();
    }
    if (stretch.to() > at + SAME) {
      filled.add(new Level(at, stretch.to(), stretch.state().bitsPerSecond()));
    }
    return filled;
  }

  private static void add(List<Level> levels, Level next) {
    Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
    if (last != null && same(last.bitsPerSecond(), next.bitsPerSecond())) {
      levels.set(levels.size() - 1, new Level(last.from(), next.to(), last.bitsPerSecond()));
    } else {
      levels.add(next);
    }
  }

  private static boolean same(@Nullable Double one, @Nullable Double other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return Math.abs(one - other) <= SAME * Math.max(one, other);
  }
}
