package dev.parley.harness.cli;

import dev.parley.reports.render.Rendered;
import dev.parley.reports.render.ReportRenderer;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Renders every report of a run from its log, and says where they are. */
final class Rendering {
  private final PrintWriter out;
  private final PrintWriter errors;

  Rendering(PrintWriter out, PrintWriter errors) {
    this.out = out;
    this.errors = errors;
  }

  /** Renders; returns the exit code that the log comes to. */
  int render(Path runDir) throws IOException {
    Rendered rendered =
        new ReportRenderer(ReportRenderer.standard()).render(runDir, ReportOptions.DEFAULT);
    rendered
        .failures()
        .forEach(
            failure ->
                errors.println(
                    "parley: "
                        + failure.target()
                        + " could not be made: "
                        + failure.cause().getMessage()));
    RunSummary summary = rendered.summary();
    out.println(summary.verdict().reason() + " (exit code " + summary.exitCode() + ")");
    out.println("Report: " + runDir.resolve("report").resolve("index.html"));
    return rendered.failures().isEmpty() || summary.exitCode() == ExitCode.PRODUCT_FAILED
        ? summary.exitCode()
        : ExitCode.NO_VERDICT;
  }
}
