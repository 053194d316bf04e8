package dev.parley.reports.html.chart;

import java.util.List;

/** Draws shares of a whole as one bar. */
public final class OutcomeBar {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 14;

  private OutcomeBar() {}

  /**
   * One share.
   *
   * @param kind the outcome's word, for its class
   */
  public record Share(String kind, int count) {}

  /** The bar as one SVG element; hidden from screen readers, for the counts stand beside it. */
  public static String render(List<Share> shares) {
    double total = shares.stream().mapToInt(Share::count).sum();
    Svg svg =
        new Svg()
            .open("svg")
            .attribute("class", "bar")
            .attribute("viewBox", "0 0 1000 14")
            .attribute("preserveAspectRatio", "none")
            .attribute("aria-hidden", "true");
    double x = 0;
    for (Share share : shares) {
      double width = total == 0 ? 0 : share.count() / total * WIDTH;
      svg.rectangle("o-" + share.kind(), x, 0, width, HEIGHT).close();
      x += width;
    }
    return svg.close().finish();
  }
}
