package dev.parley.harness.cli;

import dev.parley.network.model.Units;
import java.util.List;
import java.util.Locale;

/** Draws a network's capacity over time; without script, fonts or anything from elsewhere. */
final class CapacitySvg {
  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 160;

  private final CapacitySketch sketch;
  private final double most;

  private CapacitySvg(CapacitySketch sketch) {
    this.sketch = sketch;
    this.most = sketch.most() == 0 ? 1 : sketch.most() * 1.1;
  }

  static String of(CapacitySketch sketch) {
    return new CapacitySvg(sketch).draw();
  }

  private String draw() {
    String scale = sketch.most() == 0 ? "unlimited" : CapacitySketch.rate(sketch.most()) + "bit/s";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 240" font-family="sans-serif" font-size="12">
          <title>Capacity of %s over time</title>
          <rect width="700" height="240" fill="#fff"/>
          <text x="%d" y="24" font-size="14">%s</text>
          <text x="560" y="24" fill="#1f5fa8">down</text>
          <text x="610" y="24" fill="#b3541e">up (dashed)</text>
          <path d="M%d %dV%dH%d" fill="none" stroke="#666"/>
          <text x="%d" y="%d" text-anchor="end">%s</text>
          <text x="%d" y="%d" text-anchor="end">0</text>
          <text x="%d" y="%d">0s</text>
          <text x="%d" y="%d" text-anchor="end">%s</text>
          <path d="%s" fill="none" stroke="#1f5fa8" stroke-width="2"/>
          <path d="%s" fill="none" stroke="#b3541e" stroke-width="2" stroke-dasharray="6 3"/>
        </svg>
        """
        .formatted(
            sketch.name(),
            LEFT,
            sketch.name(),
            LEFT,
            TOP,
            TOP + HEIGHT,
            LEFT + WIDTH,
            LEFT - 6,
            Math.round(y(sketch.most())) + 4,
            scale,
            LEFT - 6,
            TOP + HEIGHT,
            LEFT,
            TOP + HEIGHT + 16,
            LEFT + WIDTH,
            TOP + HEIGHT + 16,
            Units.time(sketch.length()),
            path(sketch.down()),
            path(sketch.up()));
  }

  private String path(List<Double> curve) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < curve.size(); i++) {
      double from = LEFT + (double) WIDTH * i / curve.size();
      double to = LEFT + (double) WIDTH * (i + 1) / curve.size();
      String move = i == 0 ? "M%.1f %.1f" : "L%.1f %.1f";
      path.append(String.format(Locale.ROOT, move + "H%.1f", from, y(curve.get(i)), to));
    }
    return path.toString();
  }

  private double y(double bitsPerSecond) {
    return TOP + HEIGHT * (1 - Math.min(1, bitsPerSecond / most));
  }
}
