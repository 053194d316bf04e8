package dev.parley.reports.html;

import dev.parley.reports.html.chart.Chart;
import dev.parley.reports.model.RunEvent.Step;
import dev.parley.reports.model.RunEvent.Window;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.Timed;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt's time axis: seconds since the call's start, or its own where no call was started. */
final class AttemptTime {
  private final AttemptView attempt;
  private final double zeroMs;

  AttemptTime(AttemptView attempt) {
    this.attempt = attempt;
    Optional<Timed<Step>> callStart =
        attempt.steps().stream().filter(at -> at.event().name().equals("call-start")).findFirst();
    this.zeroMs = callStart.map(Timed::runMs).orElse(attempt.startMs());
  }

  /** The moment on the axis. */
  double seconds(double runMs) {
    return (runMs - zeroMs) / 1000;
  }

  /** The moment as text. */
  String text(double runMs) {
    return format(seconds(runMs));
  }

  double first() {
    return seconds(attempt.startMs());
  }

  double last() {
    return seconds(attempt.endMs());
  }

  /** The measured window on the axis. */
  Chart.@Nullable Range window() {
    Window window = attempt.window();
    return window == null
        ? null
        : new Chart.Range(seconds(window.fromMs()), seconds(window.toMs()));
  }

  static String format(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
