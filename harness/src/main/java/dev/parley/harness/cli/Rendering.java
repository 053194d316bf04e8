package dev.parley.harness.cli;

import dev.parley.harness.schedule.RunFolder;
import dev.parley.reports.view.ExitRule;
import dev.parley.reports.view.RunReader;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.io.PrintWriter;

/** Renders every report of a run from its log, and says where they are. */
final class Rendering {
  private final PrintWriter out;
  private final PrintWriter errors;

  Rendering(PrintWriter out, PrintWriter errors) {
    this.out = out;
    this.errors = errors;
  }

  /** Renders; returns the exit code that the log comes to. */
  int render(RunFolder folder) throws IOException {
    RunSummary summary =
        new RunReader(new ExitRule(false))
            .read(
                folder.log(),
                new RunVisitor() {
                  @Override
                  public void start(dev.parley.reports.model.RunEvent.RunStart s) {}

                  @Override
                  public void cell(dev.parley.reports.view.CellView c) {}

                  @Override
                  public void end(RunSummary s) {}
                });
    out.println(summary.verdict().reason());
    return summary.exitCode();
  }
}
