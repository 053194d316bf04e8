package dev.parley.harness.schedule;

import dev.parley.reports.render.Rendered;
import dev.parley.reports.render.ReportRenderer;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Renders every report of a run from its log, and says where they are. */
public final class Rendering {
  private static final int PRODUCT_FAILED = 1;
  private static final int NO_VERDICT = 3;

  private final PrintWriter out;
  private final PrintWriter errors;

  /** A rendering that speaks to these two. */
  public Rendering(PrintWriter out, PrintWriter errors) {
    this.out = out;
    this.errors = errors;
  }

  /** Renders; returns the exit code that the log comes to, 3 where a report could not be made. */
  public int render(Path runDir) throws IOException {
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
    return rendered.failures().isEmpty() || summary.exitCode() == PRODUCT_FAILED
        ? summary.exitCode()
        : NO_VERDICT;
  }
}
