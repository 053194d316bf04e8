package dev.parley.reports.html.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a timeline shows: the lanes of all participants on one axis of seconds.
 *
 * @param id unique on its page
 * @param from the left end of the axis
 * @param to the right end of the axis
 * @param window the measured window, shaded
 */
public record Timeline(
    String id,
    Caption caption,
    double from,
    double to,
    Chart.@Nullable Range window,
    List<Lane> lanes) {
  public Timeline {
    lanes = List.copyOf(lanes);
  }
}
