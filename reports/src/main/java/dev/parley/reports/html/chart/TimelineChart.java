package dev.parley.reports.html.chart;

import dev.parley.reports.html.chart.Lane.Pin;
import dev.parley.reports.html.chart.Lane.Span;
import java.util.ArrayList;
import java.util.List;

/** Draws a timeline: spans as bars, moments as pins whose labels never lie over each other. */
public final class TimelineChart {
  private static final double WIDTH = 1000;
  private static final double LEFT = 190;
  private static final double RIGHT = 984;
  private static final double TOP = 26;
  private static final double ROW = 20;
  private static final double PAD = 5;
  private static final double LETTER = 6.4;

  private final Timeline timeline;
  private final Scale x;
  private final Ticks ticks;
  private final List<List<Integer>> rows = new ArrayList<>();

  private TimelineChart(Timeline timeline) {
    this.timeline = timeline;
    double to = Math.max(timeline.to(), timeline.from() + 1e-3);
    this.x = new Scale(timeline.from(), to, LEFT, RIGHT);
    this.ticks = Ticks.enclosing(timeline.from(), to, 12);
    timeline.lanes().forEach(lane -> rows.add(rowsOf(lane.pins())));
  }

  /** The timeline as one SVG element. */
  public static String render(Timeline timeline) {
    return new TimelineChart(timeline).draw();
  }

  private String draw() {
    double bottom = TOP;
    for (int i = 0; i < rows.size(); i++) {
      bottom += height(i);
    }
    Svg svg = Svg.root(timeline.id(), "timeline", WIDTH, bottom + 6, timeline.caption());
    drawAxis(svg, bottom);
    double y = TOP;
    String group = "";
    for (int i = 0; i < rows.size(); i++) {
      Lane lane = timeline.lanes().get(i);
      boolean first = !lane.group().equals(group);
      group = lane.group();
      drawLane(svg, i, y, first);
      y += height(i);
    }
    return svg.close().finish();
  }

  private void drawAxis(Svg svg, double bottom) {
    for (Chart.Range window : timeline.windows()) {
      if (window.to() > timeline.from() && window.from() < timeline.to()) {
        double from = x.within(window.from());
        svg.rectangle("window", from, TOP, x.within(window.to()) - from, bottom - TOP)
            .tip("measured window")
            .close();
      }
    }
    for (double value : ticks.values()) {
      if (value >= timeline.from() - 1e-9 && value <= timeline.to() + 1e-9) {
        svg.line("grid", x.at(value), TOP, x.at(value), bottom);
        svg.label("tick-x", x.at(value), TOP - 8, ticks.label(value) + " s");
      }
    }
  }

  private void drawLane(Svg svg, int i, double y, boolean first) {
    Lane lane = timeline.lanes().get(i);
    svg.open("g").attribute("class", lane.colour() < 0 ? "lane" : "lane p" + lane.colour() % 6);
    svg.line(first ? "axis" : "grid", 0, y, RIGHT, y);
    if (first) {
      svg.label("lane-group", 4, y + ROW - PAD, clip(lane.group(), 96));
    }
    svg.label("lane-name", LEFT - 8, y + ROW - PAD, lane.name());
    lane.spans().forEach(span -> drawSpan(svg, span, y));
    for (int pin = 0; pin < lane.pins().size(); pin++) {
      drawPin(svg, lane.pins().get(pin), y + rows.get(i).get(pin) * ROW);
    }
    svg.close();
  }

  private void drawSpan(Svg svg, Span span, double y) {
    double from = x.within(span.from());
    double width = Math.max(x.within(span.to()) - from, 1.5);
    svg.rectangle("span " + span.kind(), from, y + 3, width, ROW - 4)
        .attribute("rx", 3)
        .tip(span.labels().get(0))
        .close();
    span.labels().stream()
        .filter(label -> label.length() * LETTER < width - 8)
        .findFirst()
        .ifPresent(
            label -> svg.label("span-label " + span.kind(), from + 5, y + ROW - PAD - 0.5, label));
  }

  private void drawPin(Svg svg, Pin pin, double y) {
    double at = x.within(pin.x());
    boolean leftwards = isLeftwards(pin);
    svg.open("g").attribute("class", "pin " + pin.kind());
    svg.line("stem", at, y + 3, at, y + ROW - 2);
    Markers.draw(svg, 1, at, y + ROW / 2);
    if (pin.label().isEmpty()) {
      svg.close();
      return;
    }
    svg.label(
        leftwards ? "pin-label end" : "pin-label",
        at + (leftwards ? -6 : 6),
        y + ROW - PAD - 0.5,
        pin.label());
    svg.close();
  }

  private boolean isLeftwards(Pin pin) {
    return x.within(pin.x()) + width(pin) > RIGHT;
  }

  private double height(int lane) {
    return ROW * (1 + rows.get(lane).stream().mapToInt(row -> row).max().orElse(0)) + 2;
  }

  /** The row of each pin: the first in which its label is clear of those before it. */
  private List<Integer> rowsOf(List<Pin> pins) {
    List<Double> ends = new ArrayList<>();
    List<Integer> chosen = new ArrayList<>();
    for (Pin pin : pins) {
      double at = x.within(pin.x());
      double start =
          pin.label().isEmpty() ? Double.MAX_VALUE : isLeftwards(pin) ? at - width(pin) : at - 4;
      int row = 0;
      while (row < ends.size() && ends.get(row) > start) {
        row++;
      }
      double end = isLeftwards(pin) ? at + 4 : at + width(pin);
      if (row == ends.size()) {
        ends.add(end);
      } else {
        ends.set(row, end);
      }
      chosen.add(row);
    }
    return chosen;
  }

  private static double width(Pin pin) {
    return pin.label().isEmpty() ? 0 : 10 + pin.label().length() * LETTER;
  }

  private static String clip(String text, int width) {
    int most = (int) (width / LETTER);
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
