package dev.parley.reports.summary;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.EndpointFound;
import dev.parley.reports.model.RunEvent.Fault;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.NetworkTally;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import dev.parley.reports.view.Timed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@code summary.md}, short enough for a comment on a pull request. */
public final class SummaryMarkdown implements ReportOutput {
  /** GitHub takes 65,536 characters in a comment; some are left for what surrounds the summary. */
  private static final int LONGEST = 60_000;

  @Override
  public String target() {
    return "summary.md";
  }

  @Override
  public RunVisitor open(Path into, Path runDir, ReportOptions options) {
    return new Gathering(into);
  }

  private static final class Gathering implements RunVisitor {
    private final Path into;
    private final List<CellLine> cells = new ArrayList<>();
    private @Nullable RunStart run;

    Gathering(Path into) {
      this.into = into;
    }

    @Override
    public void start(RunStart start) {
      run = start;
    }

    @Override
    public void cell(CellView cell) {
      cells.add(
          CellLine.of(cell, Objects.requireNonNull(run, "a cell came before the run's start")));
    }

    @Override
    public void end(RunSummary summary) throws IOException {
      String head = head(summary);
      String matrix = MarkdownMatrix.of(cells);
      if (head.length() + matrix.length() > LONGEST / 2) {
        matrix = "\nThe matrix is too large for a summary; the HTML report holds it.\n";
      }
      String networks = networks();
      int room = LONGEST - head.length() - matrix.length() - networks.length();
      Files.writeString(into, head + matrix + networks + others(room));
    }

    private String networks() {
      NetworkTally all =
          cells.stream().map(CellLine::network).reduce(NetworkTally.NONE, NetworkTally::plus);
      return all.emulated() == 0
          ? ""
          : "\n### Emulated networks\n\nIn %d of %d cells; the emulator was too late in %d."
                  .formatted(all.emulated(), cells.size(), all.late())
              + " Loss seen against loss applied, stream by stream: %s.\n".formatted(all.losses());
    }

    private String others(int room) {
      List<CellLine> lines = new ArrayList<>();
      for (boolean expected : new boolean[] {false, true}) {
        for (Outcome outcome : Outcome.WORST_FIRST) {
          cells.stream()
              .filter(cell -> cell.outcome() == outcome && cell.expected() == expected)
              .filter(cell -> !cell.details().isEmpty())
              .forEach(lines::add);
        }
      }
      return lines.isEmpty() ? "" : "\n### What did not pass\n\n" + fitting(lines, room - 200);
    }

    private static String fitting(List<CellLine> lines, int room) {
      StringBuilder text = new StringBuilder();
      int shown = 0;
      for (CellLine line : lines) {
        if (text.length() + line.details().length() > room) {
          int left = lines.size() - shown;
          return text.append("- and ")
              .append(left)
              .append(" more; the HTML report holds them\n")
              .toString();
        }
        text.append(line.details());
        shown++;
      }
      return text.toString();
    }
  }

  private static String head(RunSummary summary) {
    RunStart start = summary.run().start();
    StringBuilder text = new StringBuilder("## Parley: ").append(verdict(summary)).append("\n\n");
    text.append(summary.verdict().reason()).append(" (exit code ").append(summary.exitCode());
    text.append("). ").append(counts(summary)).append(" in ");
    text.append(String.format(Locale.ROOT, "%.1f s.\n", summary.seconds()));
    text.append("Run ").append(Markdown.code(start.runId())).append(", seed ").append(start.seed());
    text.append(", Parley ").append(Markdown.code(start.parleyVersion())).append(".\n");
    for (EndpointFound endpoint : summary.run().endpoints()) {
      String found = endpoint.family() + " " + endpoint.version();
      text.append("- ").append(Markdown.code(endpoint.alias())).append(": ");
      text.append(Markdown.code(found)).append('\n');
    }
    return text.append(trouble(summary)).toString();
  }

  private static String verdict(RunSummary summary) {
    return switch (summary.exitCode()) {
      case 0 -> "passed";
      case 1 -> "failed";
      default -> "no verdict";
    };
  }

  private static String counts(RunSummary summary) {
    String outcomes =
        Outcome.WORST_FIRST.stream()
            .filter(outcome -> summary.count(outcome) > 0)
            .map(
                outcome ->
                    summary.count(outcome) + " " + outcome.word() + expected(outcome, summary))
            .collect(Collectors.joining(", "));
    return summary.cells() + (summary.cells() == 1 ? " cell: " : " cells: ") + outcomes;
  }

  private static String expected(Outcome outcome, RunSummary summary) {
    return outcome == Outcome.FAILED && summary.expectedFailures() > 0
        ? " (" + summary.expectedFailures() + " expected)"
        : "";
  }

  private static String trouble(RunSummary summary) {
    StringBuilder text = new StringBuilder();
    if (summary.run().interrupted()) {
      text.append("\nThe run was interrupted.\n");
    } else if (summary.run().end() == null) {
      text.append("\nThe run did not come to its end.\n");
    }
    for (Timed<Fault> fault : summary.run().faults()) {
      text.append("\nFault: ").append(Markdown.code(fault.event().message())).append('\n');
    }
    if (summary.problems().stream().anyMatch(problem -> !problem.isNote())) {
      text.append("\nParts of the log could not be read: ")
          .append(Markdown.code(summary.problems().get(0).toString()))
          .append('\n');
    }
    return text.toString();
  }
}
