package dev.parley.reports.summary;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.Check;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.model.RunEvent.Verdict;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.CheckText;
import dev.parley.reports.view.NetworkLine;
import dev.parley.reports.view.NetworkTally;
import dev.parley.reports.view.RerunCommand;
import java.util.List;

/** What of a cell goes into the Markdown; kept in place of the cell, which is too large to keep. */
record CellLine(
    CellId id,
    String label,
    Outcome outcome,
    boolean expected,
    NetworkTally network,
    String details) {

  static CellLine of(CellView cell, RunStart run) {
    boolean expected = cell.expected() != null;
    return new CellLine(
        cell.id(),
        cell.label(),
        cell.outcome(),
        expected,
        NetworkTally.of(cell),
        cell.outcome() == Outcome.PASSED ? "" : details(cell, run));
  }

  /** The outcome in one or two words. */
  String word() {
    return expected && outcome == Outcome.FAILED ? "expected failure" : outcome.word();
  }

  private static String details(CellView cell, RunStart run) {
    StringBuilder text = new StringBuilder("- ").append(Markdown.code(cell.label())).append(' ');
    text.append(cell.outcome().word()).append(": ").append(Markdown.code(cell.reason()));
    if (cell.expected() != null) {
      text.append(", expected: ").append(Markdown.code(cell.expected().reason()));
    }
    text.append('\n');
    cell.lastAttempt()
        .map(attempt -> attempt.checks())
        .orElse(List.of())
        .forEach(check -> addUnlessHeld(check, text));
    cell.lastAttempt().map(NetworkLine::of).orElse(List.of()).stream()
        .filter(line -> line.verdict() != null && line.verdict() != Verdict.HELD)
        .forEach(line -> text.append("  - ").append(Markdown.code(line.text())).append('\n'));
    if (cell.outcome() != Outcome.UNSUPPORTED) {
      String command = RerunCommand.of(run, cell.id());
      text.append("  - rerun: ").append(Markdown.code(command)).append('\n');
    }
    return text.toString();
  }

  private static void addUnlessHeld(Check check, StringBuilder text) {
    if (check.verdict() != Verdict.HELD) {
      text.append("  - ").append(Markdown.code(CheckText.of(check))).append('\n');
    }
  }
}
