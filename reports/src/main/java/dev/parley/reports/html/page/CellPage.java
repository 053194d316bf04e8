package dev.parley.reports.html.page;

import java.util.List;

/**
 * The page of one cell.
 *
 * @param id the cell's id
 * @param title the scenario in a few words
 * @param pair who calls whom, in a few words
 * @param rerun the command that runs exactly this cell again
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
    List<String> problems,
    List<AttemptSection> attempts) {}
