package dev.parley.reports.summary;

import dev.parley.reports.log.LogProblem;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.EndpointFound;
import dev.parley.reports.model.RunEvent.Fault;
import dev.parley.reports.model.RunEvent.Note;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.Timed;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the run comes to, as {@code summary.json} tells it. */
record SummaryResult(
    int exitCode,
    String why,
    int cells,
    Map<Outcome, Integer> outcomes,
    int expectedFailures,
    Instant started,
    double seconds,
    boolean complete,
    boolean interrupted,
    List<EndpointFound> endpoints,
    List<Fault> faults,
    List<Note> notes,
    long logProblems,
    List<String> firstLogProblems) {

  static SummaryResult of(RunSummary summary) {
    return new SummaryResult(
        summary.exitCode(),
        summary.verdict().reason(),
        summary.cells(),
        summary.outcomes(),
        summary.expectedFailures(),
        summary.run().startWall(),
        summary.seconds(),
        summary.run().end() != null,
        summary.run().interrupted(),
        summary.run().endpoints(),
        summary.run().faults().stream().map(Timed::event).toList(),
        summary.run().notes().stream().map(Timed::event).toList(),
        summary.problemCount(),
        summary.problems().stream().map(LogProblem::toString).toList());
  }
}
