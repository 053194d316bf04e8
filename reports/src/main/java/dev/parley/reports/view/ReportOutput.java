package dev.parley.reports.view;

import java.io.IOException;
import java.nio.file.Path;

/** One kind of report. */
public interface ReportOutput {

  /** The name, within the run's folder, of the file or folder that it makes. */
  String target();

  /**
   * Begins the report.
   *
   * @param into where to write: does not exist yet, and is moved to the target's name when the run
   *     has been shown in full
   * @param runDir the run's folder, for the artefacts in it
   */
  RunVisitor open(Path into, Path runDir, ReportOptions options) throws IOException;
}
