package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.harness.CallInconclusive;
import dev.parley.harness.CallUnsupported;
import dev.parley.harness.EndOfCall;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the evidence of an attempt into its outcome: infrastructure first, green last. */
final class Judge {
  private Judge() {}

  static AttemptResult judge(Evidence evidence) {
    if (evidence.aborted() != null) {
      return new AttemptResult(Outcome.ERRORED, evidence.aborted());
    }
    if (!evidence.faults().isEmpty()) {
      CallErrored fault = evidence.faults().get(0);
      return new AttemptResult(Outcome.ERRORED, fault.kind() + ": " + fault.getMessage());
    }
    AttemptResult result =
        evidence.thrown() == null ? ofChecks(evidence) : ofThrown(evidence.thrown(), evidence);
    return evidence
        .brokenEmulation(result.outcome())
        .map(why -> new AttemptResult(Outcome.ERRORED, "relay: " + why + "; " + result.reason()))
        .orElse(result);
  }

  private static AttemptResult ofThrown(Throwable thrown, Evidence evidence) {
    String said = String.valueOf(thrown.getMessage());
    if (thrown instanceof CallErrored errored) {
      return new AttemptResult(Outcome.ERRORED, errored.kind() + ": " + said);
    }
    if (!(thrown instanceof EndOfCall) && !(thrown instanceof AssertionError)) {
      return new AttemptResult(
          Outcome.ERRORED, "the scenario threw " + thrown.getClass().getName() + ": " + said);
    }
    if (evidence.brokeInFunction()) {
      return failed(sentence(with(Verdict.BROKEN, evidence)) + "; it ended: " + said, evidence);
    }
    if (thrown instanceof CallUnsupported) {
      return new AttemptResult(Outcome.UNSUPPORTED, said);
    }
    if (thrown instanceof CallInconclusive) {
      return new AttemptResult(Outcome.INCONCLUSIVE, said);
    }
    return failed(said, evidence);
  }

  private static AttemptResult ofChecks(Evidence evidence) {
    List<RunEvent.Check> broken = with(Verdict.BROKEN, evidence);
    if (!broken.isEmpty()) {
      return failed(sentence(broken), evidence);
    }
    if (evidence.checks().isEmpty()) {
      return new AttemptResult(Outcome.ERRORED, "the scenario ended without a single check");
    }
    if (evidence.doubt().isPresent()) {
      return new AttemptResult(Outcome.INCONCLUSIVE, evidence.doubt().get());
    }
    List<RunEvent.Check> open = with(Verdict.INCONCLUSIVE, evidence);
    if (!open.isEmpty()) {
      return new AttemptResult(Outcome.INCONCLUSIVE, sentence(open));
    }
    return new AttemptResult(
        Outcome.PASSED, "all %d checks held".formatted(evidence.checks().size()));
  }

  private static AttemptResult failed(String why, Evidence evidence) {
    if (evidence.doubt().isPresent() && !evidence.brokeInFunction()) {
      return new AttemptResult(
          Outcome.INCONCLUSIVE, evidence.doubt().get() + "; on it, this broke: " + why);
    }
    return new AttemptResult(Outcome.FAILED, why);
  }

  private static List<RunEvent.Check> with(Verdict verdict, Evidence evidence) {
    return evidence.checks().stream().filter(check -> check.verdict() == verdict).toList();
  }

  private static String sentence(List<RunEvent.Check> checks) {
    return checks.stream().map(Judge::phrase).collect(Collectors.joining("; "));
  }

  private static String phrase(RunEvent.Check check) {
    String who = check.participant() == null ? "" : " of " + check.participant();
    String measured = check.measured() == null ? "was not measured" : "was " + check.measured();
    String unit = check.unit().isEmpty() ? "" : " " + check.unit();
    return "%s%s %s, expected %s %s%s"
        .formatted(check.criterion(), who, measured, check.relation(), check.limit(), unit);
  }
}
