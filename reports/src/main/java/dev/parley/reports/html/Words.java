package dev.parley.reports.html;

import dev.parley.reports.html.page.Mark;
import dev.parley.reports.model.Better;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent.Expected;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words what the model says in values. */
final class Words {
  private Words() {}

  static Mark mark(Outcome outcome, @Nullable Expected expected) {
    if (expected == null) {
      return Mark.of(outcome);
    }
    String link = expected.link() == null ? "" : " (" + expected.link() + ")";
    return new Mark(outcome.word(), outcome.word(), expected.reason() + link);
  }

  /** Why a figure has no value, as it stands in place of the value. */
  static String absence(Reading.Absence absence) {
    return switch (absence) {
      case NOT_REPORTED -> "not reported";
      case UNDEFINED -> "undefined";
      case STALLED -> "stalled";
    };
  }

  static String reading(Reading reading) {
    if (reading.absent() != null) {
      return absence(reading.absent());
    }
    double value = reading.value() == null ? 0 : reading.value();
    return UnitScale.forValue(reading.metric(), value).text(value);
  }

  static String metricTitle(String metric) {
    return MetricCatalogue.find(metric).map(Metric::title).orElse(metric);
  }

  static String better(String metric) {
    return switch (MetricCatalogue.find(metric).map(Metric::better).orElse(Better.NEITHER)) {
      case HIGHER -> "higher is better";
      case LOWER -> "lower is better";
      case NEITHER -> "";
    };
  }

  /** A duration such as 840 ms, 12.3 s or 4 min 05 s. */
  static String duration(double seconds) {
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
  }

  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** The first letter large, as at the start of a sentence. */
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What an exit code says about the run. */
  static String exitCode(int code) {
    return switch (code) {
      case 0 -> "Exit code 0: everything that was asked passed.";
      case 1 -> "Exit code 1: the product failed or a gate was breached.";
      case 2 -> "Exit code 2: the run was asked for in a way that cannot be run.";
      case 3 -> "Exit code 3: no verdict, because of the infrastructure or for want of evidence.";
      default -> "Exit code " + code + ".";
    };
  }
}
