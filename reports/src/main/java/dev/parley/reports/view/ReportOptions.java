package dev.parley.reports.view;

/**
 * How reports are made.
 *
 * @param failOnFlaky whether a flaky cell counts as a failure
 */
public record ReportOptions(boolean failOnFlaky) {
  /** What is made where nothing else is asked for. */
  public static final ReportOptions DEFAULT = new ReportOptions(false);
}
