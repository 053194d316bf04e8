package dev.parley.reports.view;

import dev.parley.reports.log.LogProblem;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a run together from its events, and lets go of each cell as it ends. */
final class RunAssembly {
  private static final int MOST_OF_THE_RUN = 1000;

  private final ExitRule rule;
  private final RunVisitor visitor;
  private final ExitRule.Tally tally = new ExitRule.Tally();
  private final EventsByType ofRun = new EventsByType();
  private final List<LogProblem> problems = new ArrayList<>();
  private long problemCount;
  private @Nullable LoggedEvent start;
  private @Nullable OpenCells cells;
  private double lastMs;

  RunAssembly(ExitRule rule, RunVisitor visitor) {
    this.rule = rule;
    this.visitor = visitor;
  }

  void problem(LogProblem problem) {
    problemCount++;
    if (problems.size() < RunSummary.MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  void accept(LoggedEvent logged) {
    lastMs = Math.max(lastMs, logged.runMs());
    try {
      if (start == null) {
        begin(logged);
      } else if (logged.cell() == null) {
        acceptOfRun(logged);
      } else {
        acceptOfCell(logged.cell(), logged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunSummary finish() throws IOException {
    boolean interrupted = ofRun.count(RunEvent.Interrupted.class) > 0;
    OpenCells open = Objects.requireNonNull(cells);
    for (CellView cell = open.nextWithoutResult(interrupted);
        cell != null;
        cell = open.nextWithoutResult(interrupted)) {
      deliver(cell);
    }
    RunView run = run(Objects.requireNonNull(start));
    RunSummary summary =
        new RunSummary(
            run,
            tally.outcomes(),
            tally.expectedFailures(),
            rule.judge(tally),
            run.end() == null ? lastMs / 1000 : run.end().seconds(),
            List.copyOf(problems),
            problemCount);
    visitor.end(summary);
    return summary;
  }

  private void begin(LoggedEvent logged) throws IOException {
    RunEvent.RunStart run = (RunEvent.RunStart) logged.event();
    start = logged;
    cells = new OpenCells(run.plan());
    visitor.start(run);
  }

  private void acceptOfRun(LoggedEvent logged) {
    RunEvent event = logged.event();
    if (event instanceof RunEvent.HostHealth health) {
      Objects.requireNonNull(cells).addHostHealth(logged.runMs(), health);
    } else if (event instanceof RunEvent.OfParticipant
        || event instanceof RunEvent.CellEnd
        || event instanceof RunEvent.AttemptEnd
        || event instanceof RunEvent.RunStart) {
      misplaced(logged, "belongs to no cell");
    } else if (ofRun.count(event.getClass()) < MOST_OF_THE_RUN) {
      ofRun.add(logged.runMs(), event);
    }
  }

  private void acceptOfCell(AttemptKey key, LoggedEvent logged) throws IOException {
    OpenCells open = Objects.requireNonNull(cells);
    if (open.isDone(key)) {
      misplaced(logged, "comes after the end of its cell " + key.cell());
      return;
    }
    if (!open.isKnown(key)) {
      misplaced(logged, "belongs to a cell that is not in the plan: " + key.cell());
    }
    if (logged.event() instanceof RunEvent.CellEnd end) {
      deliver(open.end(key, end));
    } else {
      open.add(key, logged);
    }
  }

  private void misplaced(LoggedEvent logged, String why) {
    String what = logged.event().getClass().getSimpleName();
    problem(new LogProblem(LogProblem.Kind.MISPLACED, logged.seq(), what + " " + why));
  }

  private void deliver(CellView cell) throws IOException {
    tally.add(cell.outcome(), cell.expected());
    visitor.cell(cell);
  }

  private RunView run(LoggedEvent begun) {
    return new RunView(
        (RunEvent.RunStart) begun.event(),
        begun.wall(),
        ofRun.all(RunEvent.EndpointFound.class),
        ofRun.timed(RunEvent.Fault.class),
        ofRun.timed(RunEvent.Note.class),
        ofRun.all(RunEvent.Artefact.class),
        ofRun.last(RunEvent.Interrupted.class),
        ofRun.last(RunEvent.RunEnd.class));
  }
}
