package dev.parley.reports.html.chart;

import dev.parley.reports.html.chart.Strip.Band;
import dev.parley.reports.html.chart.Strip.Phase;

/**
 * Draws the applied networks once, for every chart to show again.
 *
 * <p>Capacity is an area, as high as its share of the band's largest. Loss is a line of ticks whose
 * inked share is the share that is lost. An outage is hatched, a change is a wedge on the upper
 * edge. None of them needs a colour to be told from the others.
 */
public final class StripDrawing {
  static final double ROW = 19;
  private static final double BODY = 12;
  private static final double LOSS = 14.6;
  private static final double TICK = 2;
  private static final double HATCH = 4;
  private static final double LETTER = 5.4;
  private static final double NEAR = 3;

  private final Scale x;
  private final Svg svg = new Svg();

  private StripDrawing(Strip strip) {
    this.x = LineChart.scale(strip.fromX(), strip.toX());
  }

  /** The drawing, hidden where it stands; empty where no network was emulated. */
  public static String render(Strip strip) {
    return strip.bands().isEmpty() ? "" : new StripDrawing(strip).draw(strip);
  }

  private String draw(Strip strip) {
    svg.open("svg").attribute("class", "sprite").attribute("width", 0).attribute("height", 0);
    svg.attribute("aria-hidden", "true").attribute("focusable", "false");
    svg.open("defs").open("g").attribute("id", strip.id());
    for (int i = 0; i < strip.bands().size(); i++) {
      drawBand(strip.bands().get(i), i * ROW);
    }
    return svg.close().close().close().finish();
  }

  private void drawBand(Band band, double y) {
    svg.open("g").attribute("class", "net-band p" + band.colour() % 6);
    svg.tip(band.name());
    Markers.draw(svg, band.colour(), LineChart.LEFT - 22, y + BODY / 2);
    svg.label("net-arrow", LineChart.LEFT - 10, y + BODY / 2 + 4, band.arrow());
    for (Phase phase : band.phases()) {
      double from = x.within(phase.from());
      svg.rectangle("net-room", from, y, x.within(phase.to()) - from, BODY).close();
    }
    drawCapacity(band, y);
    band.phases().forEach(phase -> drawPhase(phase, y));
    drawChanges(band, y);
    svg.close();
  }

  private void drawCapacity(Band band, double y) {
    double most = band.levels().stream().mapToDouble(StepArea::bits).max().orElse(0);
    String area = new StepArea(x, y + BODY, BODY - 1, most).path(band.levels());
    if (!area.isEmpty()) {
      svg.open("path").attribute("class", "net-capacity").attribute("d", area).close();
    }
  }

  private void drawPhase(Phase phase, double y) {
    double from = x.within(phase.from());
    double to = x.within(phase.to());
    if (phase.outage()) {
      svg.open("path").attribute("class", "net-outage").attribute("d", hatch(from, to, y)).close();
    } else if (phase.loss() > 0) {
      drawLoss(phase.loss(), from, to, y + LOSS);
    }
    phase.labels().stream()
        .filter(label -> label.length() * LETTER < to - from - 6)
        .findFirst()
        .ifPresent(label -> svg.label("net-label", from + 4, y + BODY - 2.6, label));
  }

  /** Each stretch has a tick at least, and half a gap at both ends where there are several. */
  private void drawLoss(double loss, double from, double to, double y) {
    svg.open("path")
        .attribute("class", "net-loss")
        .attribute("d", "M" + Svg.number(from) + " " + Svg.number(y) + "H" + Svg.number(to));
    if (loss < 1) {
      double period = Math.min(TICK / loss, to - from);
      svg.attribute("stroke-dasharray", Svg.number(TICK) + " " + Svg.number(period - TICK));
      svg.attribute("stroke-dashoffset", (period + TICK) / 2);
    }
    svg.close();
  }

  /** Its outline, and slanted lines from edge to edge. */
  private static String hatch(double from, double to, double y) {
    StringBuilder path = new StringBuilder("M").append(Svg.number(from)).append(' ');
    path.append(Svg.number(y)).append('H').append(Svg.number(to)).append('v');
    path.append(Svg.number(BODY)).append('H').append(Svg.number(from)).append('z');
    for (double foot = from + HATCH - BODY; foot < to; foot += HATCH) {
      double left = Math.max(foot, from);
      double right = Math.min(foot + BODY, to);
      path.append('M').append(Svg.number(left)).append(' ');
      path.append(Svg.number(y + BODY - (left - foot))).append('L').append(Svg.number(right));
      path.append(' ').append(Svg.number(y + BODY - (right - foot)));
    }
    return path.toString();
  }

  /** As one path; of changes that lie so close that they cannot be told apart, the first. */
  private void drawChanges(Band band, double y) {
    StringBuilder path = new StringBuilder();
    double last = Double.NEGATIVE_INFINITY;
    for (Chart.Moment change : band.changes()) {
      double at = x.within(change.x());
      if (at - last >= NEAR) {
        path.append('M').append(Svg.number(at - 2.6)).append(' ').append(Svg.number(y - 3));
        path.append("h5.2l-2.6 4.2zm2.6 0v").append(Svg.number(BODY + 3));
        last = at;
      }
    }
    if (path.length() > 0) {
      svg.open("path").attribute("class", "net-change").attribute("d", path.toString()).close();
    }
  }
}
