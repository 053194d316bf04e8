package dev.parley.reports.render;

import dev.parley.reports.allure.AllureResults;
import dev.parley.reports.html.HtmlOutput;
import dev.parley.reports.junit.JUnitXml;
import dev.parley.reports.summary.SummaryJson;
import dev.parley.reports.summary.SummaryMarkdown;
import dev.parley.reports.view.ExitRule;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunReader;
import dev.parley.reports.view.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Renders a run's reports from its log, any number of times. */
public final class ReportRenderer {
  /** The log's name within a run's folder. */
  public static final String LOG = "run.jsonl";

  private final List<ReportOutput> outputs;

  /** A renderer of these reports. */
  public ReportRenderer(List<? extends ReportOutput> outputs) {
    this.outputs = List.copyOf(outputs);
  }

  /** The reports that every run gets. */
  public static List<ReportOutput> standard() {
    return List.of(
        new HtmlOutput(),
        new SummaryJson(),
        new SummaryMarkdown(),
        new JUnitXml(),
        new AllureResults());
  }

  /**
   * Reads the folder's log once and puts every report into the folder, each as a whole or not at
   * all.
   *
   * @throws dev.parley.reports.log.UnreadableLogException if the folder holds no log that can be
   *     read
   * @throws IOException if the log cannot be read, or the folder not be written
   */
  public Rendered render(Path runDir, ReportOptions options) throws IOException {
    Path log = runDir.resolve(LOG);
    if (!Files.isRegularFile(log)) {
      throw new IOException(
          "found no "
              + LOG
              + " in "
              + runDir
              + ", expected the folder of a run (parley-out/<run id>)");
    }
    try (WorkFolder work = WorkFolder.in(runDir);
        FanOut reports = new FanOut(outputs, work.path(), runDir, options)) {
      RunSummary summary = new RunReader(new ExitRule(options.failOnFlaky())).read(log, reports);
      for (ReportOutput output : reports.finish()) {
        try {
          putInPlace(work.path(), runDir, output.target());
        } catch (IOException e) {
          reports.fail(output, e);
        }
      }
      return new Rendered(summary, reports.failures());
    }
  }

  /** A folder cannot be replaced in one step: the old one steps aside first. */
  private static void putInPlace(Path work, Path runDir, String target) throws IOException {
    Path made = work.resolve(target);
    Path place = runDir.resolve(target);
    if (Files.isDirectory(place)) {
      Files.move(place, work.resolve(target + ".old"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(made, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
