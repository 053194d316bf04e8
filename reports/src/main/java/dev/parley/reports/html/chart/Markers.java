package dev.parley.reports.html.chart;

/** A participant's marker: a shape of its own, so that colour is not needed to tell lines apart. */
final class Markers {
  private Markers() {}

  static void draw(Svg svg, int participant, double x, double y) {
    switch (participant % 3) {
      case 0 ->
          svg.open("circle").attribute("cx", x).attribute("cy", y).attribute("r", 2.2).close();
      case 1 -> path(svg, x, y - 3.2, "l3.2 3.2l-3.2 3.2l-3.2 -3.2z");
      default -> path(svg, x, y - 3, "l3 5.2h-6z");
    }
  }

  private static void path(Svg svg, double x, double y, String rest) {
    svg.open("path")
        .attribute("class", "mark")
        .attribute("d", "M" + Svg.number(x) + " " + Svg.number(y) + rest)
        .close();
  }
}
