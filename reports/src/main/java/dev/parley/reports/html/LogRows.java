package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.LogRow;
import dev.parley.reports.model.RunEvent.LogLine;
import dev.parley.reports.view.Timed;
import java.util.List;
import java.util.Locale;

/** Prepares the lines of consoles and drivers. */
final class LogRows {
  private LogRows() {}

  static List<LogRow> of(List<Timed<LogLine>> lines, Cast cast, AttemptTime time) {
    return lines.stream().map(line -> row(line, cast, time)).toList();
  }

  private static LogRow row(Timed<LogLine> timed, Cast cast, AttemptTime time) {
    LogLine line = timed.event();
    return new LogRow(
        time.text(line.time() == null ? timed.runMs() : line.time().runMs()),
        cast.label(line.participant()),
        cast.colour(line.participant()),
        line.source(),
        line.level(),
        kind(line.level()),
        line.text());
  }

  private static String kind(String level) {
    return switch (level.toLowerCase(Locale.ROOT)) {
      case "error", "severe", "fatal" -> "error";
      case "warn", "warning" -> "warning";
      default -> "other";
    };
  }
}
