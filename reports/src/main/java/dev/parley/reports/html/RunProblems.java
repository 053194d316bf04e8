package dev.parley.reports.html;

import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunView;
import java.util.ArrayList;
import java.util.List;

/** Says what is the matter with a run as a whole: nothing that is missing goes unsaid. */
final class RunProblems {
  private static final int MOST_LINES = 20;

  private RunProblems() {}

  static List<String> of(RunSummary summary, List<IndexRow> rows) {
    RunView run = summary.run();
    List<String> problems = new ArrayList<>();
    if (run.interruption() != null) {
      problems.add("The run was interrupted by " + run.interruption().by() + ".");
    }
    if (run.end() == null) {
      problems.add("The log has no end: the run was killed, or is still going on.");
    } else if (run.end().exitCode() != summary.exitCode()) {
      problems.add(
          String.format(
              "The run ended with exit code %d; judged again from its log it is %d: %s.",
              run.end().exitCode(), summary.exitCode(), summary.verdict().reason()));
    }
    long missing = rows.stream().filter(row -> !row.recorded()).count();
    if (missing > 0) {
      problems.add(
          Words.count(missing, "planned cell has", "planned cells have")
              + " no result in the log and "
              + (missing == 1 ? "counts" : "count")
              + " as errored.");
    }
    run.faults().forEach(at -> problems.add(at.event().kind() + ": " + at.event().message()));
    run.notes().forEach(at -> problems.add(at.event().message()));
    addLogProblems(problems, summary);
    return problems;
  }

  private static void addLogProblems(List<String> problems, RunSummary summary) {
    summary.problems().stream()
        .limit(MOST_LINES)
        .forEach(problem -> problems.add("run.jsonl, " + problem));
    long more = summary.problemCount() - Math.min(MOST_LINES, summary.problems().size());
    if (more > 0) {
      problems.add(
          Words.count(more, "more line", "more lines") + " of run.jsonl could not be used.");
    }
  }
}
