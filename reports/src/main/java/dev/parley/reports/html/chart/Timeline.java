package dev.parley.reports.html.chart;

import java.util.List;

/**
 * What a timeline shows: the lanes of all participants on one axis of seconds.
 *
 * @param id unique on its page
 * @param from the left end of the axis
 * @param to the right end of the axis
 * @param windows the measured windows, shaded
 */
public record Timeline(
    String id,
    Caption caption,
    double from,
    double to,
    List<Chart.Range> windows,
    List<Lane> lanes) {
  public Timeline {
    windows = List.copyOf(windows);
    lanes = List.copyOf(lanes);
  }
}
