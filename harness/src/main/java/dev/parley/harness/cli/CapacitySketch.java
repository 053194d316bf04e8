package dev.parley.harness.cli;

import dev.parley.network.check.CapacityCurve;
import dev.parley.network.model.Direction;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Units;
import java.time.Duration;
import java.util.List;

/**
 * A network's capacity over time.
 *
 * @param name of the network
 * @param length of the time
 * @param down bit/s at the end of each equal part; 0 in an outage, infinite without a limit
 * @param up the same of the uplink
 */
record CapacitySketch(String name, Duration length, List<Double> down, List<Double> up) {
  private static final int COLUMNS = 60;
  private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

  CapacitySketch {
    down = List.copyOf(down);
    up = List.copyOf(up);
  }

  static CapacitySketch of(NetworkProfile profile) {
    Duration length = CapacityCurve.length(profile);
    return new CapacitySketch(
        profile.name(),
        length,
        CapacityCurve.of(profile, Direction.DOWN, length, COLUMNS),
        CapacityCurve.of(profile, Direction.UP, length, COLUMNS));
  }

  /** The largest finite value; 0 where there is none. */
  double most() {
    return Math.max(most(down), most(up));
  }

  private static double most(List<Double> curve) {
    return curve.stream().mapToDouble(v -> v).filter(Double::isFinite).max().orElse(0);
  }

  /** One line for each direction, on one scale, in eighths of the largest value. */
  String text() {
    return "Capacity over %s, a column for %s, to a common scale:%n%s%n%s%n"
        .formatted(
            Units.time(length),
            Units.time(Duration.ofMillis(length.dividedBy(COLUMNS).toMillis())),
            line("down", down),
            line("up", up));
  }

  private String line(String word, List<Double> curve) {
    StringBuilder line = new StringBuilder("  %-5s".formatted(word));
    if (curve.stream().allMatch(v -> Double.isInfinite(v))) {
      return line.append("unlimited").toString();
    }
    for (double value : curve) {
      line.append(column(value));
    }
    double least = curve.stream().mapToDouble(v -> v).min().orElse(0);
    return line.append("  %s to %s".formatted(rate(least), rate(most(curve)))).toString();
  }

  private char column(double value) {
    if (value == 0) {
      return ' ';
    }
    int last = BLOCKS.length() - 1;
    return Double.isInfinite(value)
        ? BLOCKS.charAt(last)
        : BLOCKS.charAt(Math.min(last, (int) (value / most() * BLOCKS.length())));
  }

  /** A rate rounded to three digits. */
  static String rate(double bitsPerSecond) {
    if (Double.isInfinite(bitsPerSecond)) {
      return "unlimited";
    }
    double digit =
        bitsPerSecond < 1
            ? 1
            : Math.pow(10, Math.max(0, Math.floor(Math.log10(bitsPerSecond)) - 2));
    return Units.rate(Math.round(Math.round(bitsPerSecond / digit) * digit));
  }
}
