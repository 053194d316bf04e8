package dev.parley.reports.html.chart;

import dev.parley.reports.html.chart.Series.Point;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Draws a line chart; a point without a value is a gap, never 0 and never bridged. */
public final class LineChart {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 176;
  static final double LEFT = 46;
  private static final double RIGHT = 430;
  private static final double TOP = 10;
  private static final double BOTTOM = 146;
  private static final double BELOW = 10;
  private static final int MARKED_POINTS = 60;

  private final Chart chart;
  private final Ticks ticksX;
  private final Ticks ticksY;
  private final Scale x;
  private final Scale y;
  private final Svg svg;

  private LineChart(Chart chart) {
    this.chart = chart;
    double toX = Math.max(chart.toX(), chart.fromX() + 1e-3);
    this.ticksX = Ticks.enclosing(chart.fromX(), toX, 8);
    this.ticksY = verticalTicks(chart.series());
    this.x = scale(chart.fromX(), toX);
    this.y = new Scale(ticksY.from(), ticksY.to(), BOTTOM, TOP);
    double below = chart.below().id().isEmpty() ? 0 : BELOW + chart.below().height();
    this.svg = Svg.root(chart.id(), "chart", WIDTH, HEIGHT + below, chart.caption());
  }

  /** The time axis of every line chart, so that what is drawn below lies on the same. */
  static Scale scale(double from, double to) {
    return new Scale(from, Math.max(to, from + 1e-3), LEFT, RIGHT);
  }

  /** The chart as one SVG element. */
  public static String render(Chart chart) {
    return new LineChart(chart).draw();
  }

  private String draw() {
    chart.windows().forEach(this::drawWindow);
    drawAxes();
    for (Chart.Moment moment : chart.moments()) {
      double at = x.within(moment.x());
      svg.open("g").tip(moment.name()).line("moment", at, TOP, at, BOTTOM).close();
    }
    if (chart.hasValues()) {
      chart.series().forEach(this::drawSeries);
    } else {
      svg.label("none", (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2, "no values");
    }
    if (!chart.below().id().isEmpty()) {
      svg.open("use").attribute("href", "#" + chart.below().id());
      svg.attribute("y", HEIGHT + BELOW - 2).close();
    }
    return svg.close().finish();
  }

  private void drawWindow(Chart.Range window) {
    double from = x.within(window.from());
    svg.rectangle("window", from, TOP, x.within(window.to()) - from, BOTTOM - TOP)
        .tip("measured window")
        .close();
  }

  private void drawAxes() {
    for (double value : ticksY.values()) {
      double at = y.at(value);
      svg.line(value == 0 ? "axis" : "grid", LEFT, at, RIGHT, at);
      svg.label("tick-y", LEFT - 6, at + 3.5, ticksY.label(value));
    }
    for (double value : ticksX.values()) {
      if (value >= chart.fromX() - 1e-9 && value <= chart.toX() + 1e-9) {
        double at = x.at(value);
        svg.line("axis", at, BOTTOM, at, BOTTOM + 4);
        svg.label("tick-x", at, BOTTOM + 16, ticksX.label(value));
      }
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    svg.label("unit-x", RIGHT, HEIGHT - 2, "s");
  }

  private void drawSeries(Series series) {
    svg.open("g").attribute("class", "line " + series.cssClass()).tip(series.name());
    String path = path(series.points());
    if (!path.isEmpty()) {
      svg.open("path").attribute("d", path).close();
    }
    List<Point> points = series.points();
    boolean all = points.size() <= MARKED_POINTS;
    for (int i = 0; i < points.size(); i++) {
      Double value = points.get(i).y();
      if (value != null && (all || isAlone(points, i))) {
        Markers.draw(svg, series.colour(), x.within(points.get(i).x()), y.at(value));
      }
    }
    svg.close();
  }

  private String path(List<Point> points) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (Point point : points) {
      Double value = point.y();
      if (value != null) {
        path.append(pen ? 'L' : 'M').append(Svg.number(x.within(point.x())));
        path.append(' ').append(Svg.number(y.at(value)));
      }
      pen = value != null;
    }
    return path.toString();
  }

  private static boolean isAlone(List<Point> points, int i) {
    boolean before = i > 0 && points.get(i - 1).y() != null;
    boolean after = i + 1 < points.size() && points.get(i + 1).y() != null;
    return !before && !after;
  }

  /** The axis starts at 0 unless a value lies below, so that heights can be compared. */
  private static Ticks verticalTicks(List<Series> series) {
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    all.accept(0);
    series.stream().map(Series::summary).filter(one -> one.getCount() > 0).forEach(all::combine);
    return Ticks.enclosing(all.getMin(), all.getMax(), 5);
  }
}
