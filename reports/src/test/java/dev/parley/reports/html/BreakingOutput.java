package dev.parley.reports.html;

import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunVisitor;
import java.nio.file.Path;

/** The HTML report on a disk that is full after some cells. */
record BreakingOutput(int cells) implements ReportOutput {

  @Override
  public String target() {
    return new HtmlOutput().target();
  }

  @Override
  public RunVisitor open(Path into, Path runDir, ReportOptions options) {
    return new BreakingVisitor(new HtmlOutput().open(into, runDir, options), cells);
  }
}
