package dev.parley.reports.html.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart.
 *
 * @param name its name in the legend
 * @param colour the participant's number, from 0; chooses colour and marker
 * @param variant tells lines of one participant apart, from 0; chooses the dashes
 * @param points in order of time
 */
public record Series(String name, int colour, int variant, List<Point> points) {

  /**
   * One sample.
   *
   * @param x where on the time axis
   * @param y the value; absent where there is none: the line has a gap there
   * @param absence the reason in words where there is no value, else empty
   */
  public record Point(double x, @Nullable Double y, String absence) {

    /** A measured point. */
    public static Point of(double x, double y) {
      return new Point(x, y, "");
    }

    /** A point without a value, for this reason. */
    public static Point gap(double x, String why) {
      return new Point(x, null, why);
    }
  }

  public Series {
    points = List.copyOf(points);
  }

  /** Least and greatest value; its count is 0 where nothing was measured. */
  public DoubleSummaryStatistics summary() {
    DoubleSummaryStatistics summary = new DoubleSummaryStatistics();
    for (Point point : points) {
      if (point.y() != null) {
        summary.accept(point.y());
      }
    }
    return summary;
  }

  /** The classes that style it: {@code p} for the participant, {@code v} for the variant. */
  public String cssClass() {
    return "p" + colour % 6 + " v" + variant % 4;
  }
}
