package dev.parley.reports.html.chart;

import java.util.List;

/**
 * One row of a timeline.
 *
 * @param group whose row it is; written where it differs from the row above
 * @param name what the row shows
 * @param colour the group's number, from 0; -1 for the harness
 * @param spans stretches of time, not overlapping
 * @param pins moments, in order of time
 */
public record Lane(String group, String name, int colour, List<Span> spans, List<Pin> pins) {

  /**
   * A stretch of time.
   *
   * @param labels what it is, the longest wording first; the first that fits is written
   * @param kind a class that styles it, as in {@code wait}, {@code good} or {@code bad}
   */
  public record Span(double from, double to, List<String> labels, String kind) {
    public Span {
      labels = List.copyOf(labels);
    }

    /** A stretch with one wording. */
    public Span(double from, double to, String label, String kind) {
      this(from, to, List.of(label), kind);
    }
  }

  /**
   * A moment.
   *
   * @param label empty where the lane's name says it all
   * @param kind a class that styles it, as in {@code step} or {@code fault}
   */
  public record Pin(double x, String label, String kind) {}

  public Lane {
    spans = List.copyOf(spans);
    pins = List.copyOf(pins);
  }
}
