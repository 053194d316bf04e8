package dev.parley.reports.allure;

import static io.qameta.allure.util.ResultsUtils.createLabel;
import static io.qameta.allure.util.ResultsUtils.createParameter;
import static io.qameta.allure.util.ResultsUtils.md5;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent.Check;
import dev.parley.reports.model.RunEvent.Expected;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.model.RunEvent.Verdict;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.CheckText;
import dev.parley.reports.view.NetworkLine;
import dev.parley.reports.view.ParticipantView;
import dev.parley.reports.view.RerunCommand;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell's attempts as Allure's results. */
final class AllureCell {
  private final CellView cell;
  private final RunStart run;

  AllureCell(CellView cell, RunStart run) {
    this.cell = cell;
    this.run = run;
  }

  /** The result of a cell that never began. */
  TestResult withoutAttempt() {
    return result(0, cell.outcome(), cell.reason(), cell.expected());
  }

  /** An attempt's result; the last one's is the cell's. */
  TestResult attempt(AttemptView attempt, boolean last) {
    int number = attempt.key().attempt();
    TestResult result =
        last
            ? result(number, cell.outcome(), cell.reason(), cell.expected())
            : result(number, attempt.outcome(), attempt.reason(), attempt.expected());
    long start = attempt.startWall().toEpochMilli();
    long stop = start + Math.round(attempt.endMs() - attempt.startMs());
    List<StepResult> steps = new ArrayList<>();
    attempt.checks().forEach(check -> steps.add(step(check, stop)));
    NetworkLine.of(attempt).forEach(line -> steps.add(step(line, stop)));
    addNetworks(attempt, result);
    return result.setStart(start).setStop(stop).setSteps(steps);
  }

  private TestResult result(
      int number, Outcome outcome, String reason, @Nullable Expected expected) {
    StatusDetails details =
        new StatusDetails()
            .setMessage(message(outcome, reason, expected))
            .setFlaky(outcome == Outcome.FLAKY)
            .setKnown(expected != null);
    TestResult result =
        new TestResult()
            .setUuid(AllureIds.of(run.runId(), cell.label(), number))
            .setHistoryId(md5(cell.label()))
            .setTestCaseId(md5(cell.id().toString()))
            .setFullName(cell.label())
            .setName(cell.label())
            .setDescription(cell.planned().title())
            .setStage(Stage.FINISHED)
            .setStatus(status(outcome, expected))
            .setStatusDetails(details)
            .setLabels(labels())
            .setParameters(parameters());
    if (expected != null && expected.link() != null) {
      Link link = new Link().setName(expected.reason()).setUrl(expected.link()).setType("issue");
      result.setLinks(List.of(link));
    }
    return result;
  }

  private static String message(Outcome outcome, String reason, @Nullable Expected expected) {
    return expected == null
        ? outcome.word() + ": " + reason
        : outcome.word() + ", expected (" + expected.reason() + "): " + reason;
  }

  private static Status status(Outcome outcome, @Nullable Expected expected) {
    return switch (outcome) {
      case PASSED, FLAKY -> Status.PASSED;
      case FAILED -> expected == null ? Status.FAILED : Status.SKIPPED;
      case UNSUPPORTED -> Status.SKIPPED;
      case ERRORED, INCONCLUSIVE -> Status.BROKEN;
    };
  }

  private List<Label> labels() {
    return List.of(
        createLabel("parentSuite", "parley"),
        createLabel("suite", cell.id().scenarioKey()),
        createLabel("feature", cell.planned().title()),
        createLabel("framework", "parley"),
        createLabel("package", "parley." + cell.id().scenarioKey()));
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (PlannedParticipant participant : cell.planned().participants()) {
      parameters.add(
          createParameter(
              participant.name(), participant.endpoint() + " over " + participant.network()));
    }
    cell.id().axes().forEach((axis, value) -> parameters.add(createParameter(axis, value)));
    if (cell.planned().repetitions() > 1) {
      parameters.add(createParameter("repetition", cell.repetition()));
    }
    parameters.add(createParameter("seed", run.seed()).setExcluded(true));
    String rerun = RerunCommand.of(run, cell.id());
    parameters.add(createParameter("rerun", rerun).setExcluded(true));
    return parameters;
  }

  /** What was really applied, beside what was planned. */
  private static void addNetworks(AttemptView attempt, TestResult result) {
    for (ParticipantView one : attempt.participants()) {
      if (!one.network().isDirect()) {
        result
            .getParameters()
            .add(
                createParameter("network of " + one.name(), one.network().text())
                    .setExcluded(true));
      }
    }
  }

  private static StepResult step(NetworkLine line, long at) {
    Status status = line.verdict() == null ? Status.SKIPPED : status(line.verdict());
    return step(line.text(), status, at);
  }

  private static StepResult step(Check check, long at) {
    return step(CheckText.of(check), status(check.verdict()), at);
  }

  private static Status status(Verdict verdict) {
    return switch (verdict) {
      case HELD -> Status.PASSED;
      case BROKEN -> Status.FAILED;
      case INCONCLUSIVE -> Status.BROKEN;
    };
  }

  private static StepResult step(String name, Status status, long at) {
    return new StepResult()
        .setName(name)
        .setStage(Stage.FINISHED)
        .setStatus(status)
        .setStart(at)
        .setStop(at);
  }
}
