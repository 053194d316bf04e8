package dev.parley.reports.html;

import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunVisitor;
import java.nio.file.Path;

/** The HTML report among the others: a folder. */
public final class HtmlOutput implements ReportOutput {

  @Override
  public String target() {
    return "report";
  }

  @Override
  public RunVisitor open(Path into, Path runDir, ReportOptions options) {
    return new HtmlReport(into, runDir);
  }
}
