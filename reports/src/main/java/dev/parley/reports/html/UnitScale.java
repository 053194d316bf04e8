package dev.parley.reports.html;

import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a metric's values are written so that people can read them: 1 500 000 bit/s as 1.50 Mbit/s.
 *
 * @param factor what a value is multiplied with
 * @param unit the unit that is written; empty for pure numbers
 */
record UnitScale(double factor, String unit) {
  private static final String NARROW_SPACE = "\u202f";

  /** The scale in which a value of this size is best read. */
  static UnitScale forValue(String metric, double value) {
    Optional<Metric> known = MetricCatalogue.find(metric);
    double size = Math.abs(value);
    return switch (known.map(Metric::unit).orElse("1")) {
      case "bit/s" -> bitrate(size);
      case "s" -> size != 0 && size < 1 ? new UnitScale(1000, "ms") : new UnitScale(1, "s");
      case "ratio" -> new UnitScale(100, "%");
      case "1/s" -> new UnitScale(1, metric.contains("frame-rate") ? "fps" : "1/s");
      case "1" -> new UnitScale(1, "");
      default -> new UnitScale(1, known.orElseThrow().unit());
    };
  }

  /** The value with its unit, to three significant digits. */
  String text(double value) {
    return unit.isEmpty() ? number(value) : number(value) + NARROW_SPACE + unit;
  }

  /** The value without its unit, to three significant digits. */
  String number(double value) {
    double scaled = value * factor;
    double size = Math.abs(scaled);
    int decimals = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
    return plain(scaled, decimals);
  }

  /** A number with this many decimals and its thousands apart. */
  static String plain(double value, int decimals) {
    String text =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    StringBuilder grouped = new StringBuilder(text);
    int first = text.startsWith("-") ? 1 : 0;
    for (int i = point - 3; i > first && point - first > 4; i -= 3) {
      grouped.insert(i, NARROW_SPACE);
    }
    return grouped.toString();
  }

  private static UnitScale bitrate(double size) {
    if (size >= 999_500) {
      return new UnitScale(1e-6, "Mbit/s");
    }
    return size >= 1000 ? new UnitScale(1e-3, "kbit/s") : new UnitScale(1, "bit/s");
  }
}
