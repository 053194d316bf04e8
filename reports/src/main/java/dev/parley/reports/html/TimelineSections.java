package dev.parley.reports.html;

import dev.parley.reports.html.chart.Caption;
import dev.parley.reports.html.chart.Lane;
import dev.parley.reports.html.chart.Timeline;
import dev.parley.reports.html.chart.TimelineChart;
import dev.parley.reports.html.page.AttemptSection.TimelineRow;
import dev.parley.reports.html.page.AttemptSection.TimelineSection;
import dev.parley.reports.model.RunEvent.Mark;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prepares the timeline: setting up drawn large, the whole attempt, and all of it as a table. */
final class TimelineSections {
  private static final Set<String> SET_UP =
      Set.of("connected", "first-packet", "first-frame", "data-channel");
  private static final double LONGEST_SET_UP_SHARE = 0.6;

  private final AttemptView attempt;
  private final AttemptTime time;
  private final Cast cast;
  private final String anchor;
  private final List<Lane> lanes;

  TimelineSections(AttemptView attempt, AttemptTime time, Cast cast, String anchor) {
    this.attempt = attempt;
    this.time = time;
    this.cast = cast;
    this.anchor = anchor;
    this.lanes = new Lanes(attempt, time, cast).all();
  }

  TimelineSection section() {
    List<TimelineRow> rows = rows();
    if (rows.isEmpty()) {
      return new TimelineSection("", "", rows);
    }
    double from = Math.min(0, rows.stream().mapToDouble(TimelineRow::seconds).min().orElse(0));
    double to = Math.max(time.last(), from + 0.001);
    double setUp = setUpEnd();
    boolean worthIt = setUp > 0 && setUp < (to - from) * LONGEST_SET_UP_SHARE;
    return new TimelineSection(
        worthIt ? draw("setup-chart", "Setting up", 0, setUp) : "",
        draw("whole-chart", "The whole attempt", from, to),
        rows);
  }

  private String draw(String id, String title, double from, double to) {
    String who =
        attempt.participants().stream()
            .map(one -> cast.label(one.name()))
            .collect(Collectors.joining(" and "));
    String description =
        String.format(
            Locale.ROOT,
            "States and moments of %s from %.2f s to %.2f s; the table below has them all.",
            who,
            from,
            to);
    List<Lane> visible =
        lanes.stream()
            .map(lane -> clip(lane, from, to))
            .filter(lane -> !lane.spans().isEmpty() || !lane.pins().isEmpty())
            .toList();
    return TimelineChart.render(
        new Timeline(
            anchor + "-" + id, new Caption(title, description), from, to, time.windows(), visible));
  }

  private static Lane clip(Lane lane, double from, double to) {
    return new Lane(
        lane.group(),
        lane.name(),
        lane.colour(),
        lane.spans().stream().filter(span -> span.from() < to && span.to() > from).toList(),
        lane.pins().stream().filter(pin -> pin.x() >= from && pin.x() <= to).toList());
  }

  /** Where setting up is over: a little after the first media of the slowest participant. */
  private double setUpEnd() {
    double end = 0;
    for (ParticipantView participant : attempt.participants()) {
      for (String name : SET_UP) {
        end = Math.max(end, firstOf(participant.marks(), name));
      }
    }
    return end * 1.25;
  }

  private double firstOf(List<Mark> marks, String name) {
    return marks.stream()
        .filter(mark -> mark.name().equals(name) || name.equals(mark.detail()))
        .mapToDouble(mark -> time.seconds(mark.time().runMs()))
        .min()
        .orElse(0);
  }

  private record Moment(double runMs, @Nullable String who, String what, @Nullable String detail) {}

  private List<TimelineRow> rows() {
    List<Moment> moments = new ArrayList<>();
    for (ParticipantView participant : attempt.participants()) {
      for (Mark m : participant.marks()) {
        moments.add(new Moment(m.time().runMs(), participant.name(), m.name(), m.detail()));
      }
    }
    attempt.steps().stream()
        .map(at -> new Moment(at.runMs(), null, at.event().name(), at.event().detail()))
        .forEach(moments::add);
    attempt.faults().stream()
        .map(at -> new Moment(at.runMs(), at.event().participant(), "fault", at.event().message()))
        .forEach(moments::add);
    return moments.stream()
        .sorted(Comparator.comparingDouble(Moment::runMs))
        .map(this::row)
        .toList();
  }

  private TimelineRow row(Moment moment) {
    return new TimelineRow(
        time.seconds(moment.runMs()),
        time.text(moment.runMs()),
        AttemptTime.format(moment.runMs() / 1000),
        cast.label(moment.who()),
        cast.colour(moment.who()),
        moment.what(),
        moment.detail() == null ? "" : moment.detail());
  }
}
