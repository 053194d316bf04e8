package dev.parley.reports.html.page;

import java.util.List;

/**
 * The page of one cell.
 *
 * @param id the cell's id
 * @param title the scenario in a few words
 * @param pair who calls whom, in a few words
 * @param rerun the command that runs exactly this cell again
 * @param repetitions links to all repetitions; empty where there is but one
 * @param attempts every attempt, the latest first
 */
public record CellPage(
    String runId,
    String id,
    String title,
    String pair,
    Mark mark,
    String reason,
    String rerun,
    List<Fact> facts,
    List<Repetition> repetitions,
    List<AttemptSection> attempts) {

  /** A link to one repetition of the cell. */
  public record Repetition(int number, String href, boolean current) {}
}
