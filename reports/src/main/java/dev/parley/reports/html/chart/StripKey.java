package dev.parley.reports.html.chart;

import dev.parley.reports.html.chart.Strip.Band;
import dev.parley.reports.html.chart.Strip.Phase;
import java.util.List;

/** What the signs of an applied network mean. */
public final class StripKey {
  private StripKey() {}

  /**
   * One sign.
   *
   * @param svg its drawing, hidden from screen readers
   * @param text what it means
   */
  public record Entry(String svg, String text) {}

  /** The signs that occur in these bands. */
  public static List<Entry> of(List<Band> bands) {
    List<Phase> phases = bands.stream().flatMap(band -> band.phases().stream()).toList();
    return List.of(
            entry(
                bands.stream().anyMatch(band -> !band.levels().isEmpty()),
                "net-capacity",
                "M1 9V3H12V6H23V9z",
                "capacity"),
            entry(
                phases.stream().anyMatch(phase -> phase.loss() > 0),
                "net-loss",
                "M1 5h2M9 5h2M17 5h2",
                "loss: so much of the line is inked as is lost"),
            entry(
                phases.stream().anyMatch(Phase::outage),
                "net-outage",
                "M1 1H23V9H1zM1 7l6 -6M5 9l8 -8M11 9l8 -8M17 9l6 -6",
                "outage: nothing passes"),
            entry(
                bands.stream().anyMatch(band -> !band.changes().isEmpty()),
                "net-change",
                "M9.4 0h5.2l-2.6 4.2zM12 0V10",
                "change"))
        .stream()
        .filter(entry -> !entry.text().isEmpty())
        .toList();
  }

  private static Entry entry(boolean occurs, String cssClass, String path, String text) {
    if (!occurs) {
      return new Entry("", "");
    }
    Svg svg =
        new Svg()
            .open("svg")
            .attribute("class", "swatch")
            .attribute("viewBox", "0 0 24 10")
            .attribute("aria-hidden", "true");
    svg.open("path").attribute("class", cssClass).attribute("d", path).close();
    return new Entry(svg.close().finish(), text);
  }
}
