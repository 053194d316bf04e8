package dev.parley.reports.html;

import dev.parley.reports.html.chart.Chart;
import dev.parley.reports.model.RunEvent.Step;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.Timed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

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

  /** The measured windows on the axis. */
  List<Chart.Range> windows() {
    return attempt.windows().stream()
        .map(window -> new Chart.Range(seconds(window.fromMs()), seconds(window.toMs())))
        .toList();
  }

  /** Where charts end: with the last sample or window, or with the attempt if it has neither. */
  double lastMeasured() {
    DoubleStream samples =
        attempt.participants().stream()
            .flatMap(participant -> participant.samples().values().stream())
            .flatMap(List::stream)
            .mapToDouble(sample -> seconds(sample.time().runMs()));
    DoubleStream windows = windows().stream().mapToDouble(Chart.Range::to);
    return DoubleStream.concat(samples, windows).max().orElse(last());
  }

  static String format(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
