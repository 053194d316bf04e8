package dev.parley.reports.render;

import dev.parley.reports.view.RunSummary;
import java.util.List;

/**
 * What rendering came to.
 *
 * @param failures reports that could not be made; the others stand
 */
public record Rendered(RunSummary summary, List<Failure> failures) {

  /**
   * A report that could not be made.
   *
   * @param target the file or folder that is missing, or still the old one
   */
  public record Failure(String target, Exception cause) {}
}
