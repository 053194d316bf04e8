package dev.parley.reports.html.chart;

import dev.parley.reports.html.chart.Strip.Level;
import java.util.List;

/**
 * The outline of an area below steps; there is none where the capacity is not limited.
 *
 * @param foot the lower edge's coordinate
 * @param height of the largest value
 * @param most the largest value
 */
record StepArea(Scale x, double foot, double height, double most) {

  static double bits(Level level) {
    return level.bitsPerSecond() == null ? 0 : level.bitsPerSecond();
  }

  String path(List<Level> levels) {
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (Level level : levels) {
      if (level.bitsPerSecond() == null) {
        path.append(open ? close() : "");
        open = false;
        continue;
      }
      if (!open) {
        path.append('M').append(Svg.number(x.within(level.from()))).append(' ');
        path.append(Svg.number(foot));
        open = true;
      }
      double share = most == 0 ? 0 : bits(level) / most;
      path.append('V').append(Svg.number(foot - share * height));
      path.append('H').append(Svg.number(x.within(level.to())));
    }
    return path.append(open ? close() : "").toString();
  }

  private String close() {
    return "V" + Svg.number(foot) + "z";
  }
}
