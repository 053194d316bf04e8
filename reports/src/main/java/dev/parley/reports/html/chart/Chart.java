package dev.parley.reports.html.chart;

import java.util.List;

/**
 * What a line chart shows.
 *
 * @param id unique on its page
 * @param unit the unit of the values, as it stands beside them
 * @param fromX the left end of the time axis
 * @param toX the right end of the time axis
 * @param windows the measured windows, shaded
 * @param moments what happened meanwhile, as thin upright lines
 * @param below what is drawn below the time axis
 */
public record Chart(
    String id,
    Caption caption,
    String unit,
    double fromX,
    double toX,
    List<Range> windows,
    List<Moment> moments,
    Below below,
    List<Series> series) {

  /** A stretch of the time axis. */
  public record Range(double from, double to) {}

  /** A named moment on the time axis. */
  public record Moment(double x, String name) {}

  /**
   * A drawing that stands elsewhere on the page, on the same time axis, and is shown here too.
   *
   * @param id of the drawing; empty for nothing
   */
  public record Below(String id, double height) {
    /** Nothing. */
    public static final Below NOTHING = new Below("", 0);
  }

  public Chart {
    windows = List.copyOf(windows);
    moments = List.copyOf(moments);
    series = List.copyOf(series);
  }

  /** Whether any series has a value. */
  public boolean hasValues() {
    return series.stream().anyMatch(line -> line.summary().getCount() > 0);
  }
}
