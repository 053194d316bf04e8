package dev.parley.reports.html.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The applied networks, as they are drawn below every chart with the same time axis.
 *
 * @param id unique on its page
 * @param fromX the left end of the time axis
 * @param toX the right end of the time axis
 */
public record Strip(String id, double fromX, double toX, List<Band> bands) {

  /**
   * One direction of a link, or both where they are alike.
   *
   * @param name as in {@code answerer (firefox), uplink}
   * @param colour the participant's number, from 0; chooses colour and marker
   * @param arrow up, down, or both
   * @param phases stretches in which nothing changed, in order
   * @param levels the capacity over time; none where it was not limited
   * @param changes when and why something changed
   */
  public record Band(
      String name,
      int colour,
      String arrow,
      List<Phase> phases,
      List<Level> levels,
      List<Chart.Moment> changes) {
    public Band {
      phases = List.copyOf(phases);
      levels = List.copyOf(levels);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A stretch in which nothing changed.
   *
   * @param loss the share that is lost on purpose, 0..1
   * @param labels what holds in words, the longest first
   */
  public record Phase(double from, double to, double loss, boolean outage, List<String> labels) {
    public Phase {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A stretch of one capacity.
   *
   * @param bitsPerSecond absent where it was not limited
   */
  public record Level(double from, double to, @Nullable Double bitsPerSecond) {}

  public Strip {
    bands = List.copyOf(bands);
  }

  /** What a chart has to know of it. */
  public Chart.Below below() {
    return bands.isEmpty()
        ? Chart.Below.NOTHING
        : new Chart.Below(id, StripDrawing.ROW * bands.size());
  }
}
