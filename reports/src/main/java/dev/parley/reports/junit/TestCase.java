package dev.parley.reports.junit;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.Check;
import dev.parley.reports.model.RunEvent.Fault;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.model.RunEvent.Verdict;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.CheckText;
import dev.parley.reports.view.RerunCommand;
import dev.parley.reports.view.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What of a cell goes into the file; kept in place of the cell, which is too large to keep. */
record TestCase(
    String suite,
    String name,
    double seconds,
    Kind kind,
    List<Child> children,
    String network,
    String out) {

  /** How the file counts a case. */
  enum Kind {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  /** An element below a case. */
  record Child(String element, String type, String message, String text) {}

  static TestCase of(CellView cell, RunStart run) {
    String message = message(cell);
    Kind kind = kind(cell);
    List<Child> children = new ArrayList<>();
    switch (kind) {
      case FAILURE -> children.add(child("failure", cell, message));
      case ERROR -> children.add(child("error", cell, message));
      case SKIPPED -> children.add(new Child("skipped", "", message, ""));
      case PASSED -> children.addAll(flakyFailures(cell));
    }
    return new TestCase(
        cell.id().scenarioKey(),
        cell.label(),
        cell.attempts().stream().mapToDouble(TestCase::seconds).sum(),
        kind,
        children,
        CellNetworks.property(cell),
        "rerun: " + RerunCommand.of(run, cell.id()) + "\n" + CellNetworks.lines(cell));
  }

  private static Kind kind(CellView cell) {
    return switch (cell.outcome()) {
      case PASSED, FLAKY -> Kind.PASSED;
      case FAILED -> cell.expected() == null ? Kind.FAILURE : Kind.SKIPPED;
      case UNSUPPORTED -> Kind.SKIPPED;
      case INCONCLUSIVE, ERRORED -> Kind.ERROR;
    };
  }

  private static String message(CellView cell) {
    if (cell.expected() != null) {
      String link = cell.expected().link() == null ? "" : " (" + cell.expected().link() + ")";
      return "expected: "
          + cell.expected().reason()
          + link
          + "; "
          + cell.outcome().word()
          + ": "
          + cell.reason();
    }
    return cell.outcome() == Outcome.UNSUPPORTED ? "unsupported: " + cell.reason() : cell.reason();
  }

  private static Child child(String element, CellView cell, String message) {
    String text = cell.lastAttempt().map(TestCase::evidence).orElse("");
    return new Child(element, cell.outcome().word(), message, text);
  }

  /** Failures before errors, as Surefire's schema has them. */
  private static List<Child> flakyFailures(CellView cell) {
    List<Child> children = new ArrayList<>();
    flaky(cell, "flakyFailure", Outcome.FAILED::equals, children);
    flaky(
        cell,
        "flakyError",
        outcome -> outcome != Outcome.FAILED && outcome != Outcome.PASSED,
        children);
    return children;
  }

  private static void flaky(
      CellView cell, String element, Predicate<Outcome> outcomes, List<Child> children) {
    for (AttemptView attempt : cell.attempts()) {
      if (outcomes.test(attempt.outcome())) {
        String text = "attempt " + attempt.key().attempt() + "\n" + evidence(attempt);
        children.add(new Child(element, attempt.outcome().word(), attempt.reason(), text));
      }
    }
  }

  private static double seconds(AttemptView attempt) {
    Double seconds = attempt.seconds();
    return seconds != null ? seconds : (attempt.endMs() - attempt.startMs()) / 1000;
  }

  private static String evidence(AttemptView attempt) {
    StringBuilder text = new StringBuilder();
    for (Timed<Fault> fault : attempt.faults()) {
      text.append(fault.event().kind()).append(": ").append(fault.event().message()).append('\n');
    }
    for (Check check : attempt.checks()) {
      if (check.verdict() != Verdict.HELD) {
        text.append(CheckText.of(check)).append('\n');
      }
    }
    attempt
        .artefacts()
        .forEach(file -> text.append(file.kind()).append(": ").append(file.path()).append('\n'));
    return text.toString();
  }
}
