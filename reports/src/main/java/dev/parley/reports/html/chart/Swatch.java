package dev.parley.reports.html.chart;

/** The sample of a line that stands in a legend. */
public final class Swatch {
  private Swatch() {}

  /** A short piece of the line with its marker, hidden from screen readers. */
  public static String render(Series series) {
    Svg svg =
        new Svg()
            .open("svg")
            .attribute("class", "swatch")
            .attribute("viewBox", "0 0 24 10")
            .attribute("aria-hidden", "true");
    svg.open("g").attribute("class", "line " + series.cssClass());
    svg.open("path").attribute("d", "M1 5L23 5").close();
    Markers.draw(svg, series.colour(), 12, 5);
    return svg.close().close().finish();
  }
}
