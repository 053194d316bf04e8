package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class LedgerTest {

  private static List<AttemptResult> results(Outcome... outcomes) {
    return Arrays.stream(outcomes).map(o -> new AttemptResult(o, "because " + o.word())).toList();
  }

  @DataProvider
  public Object[][] cells() {
    return new Object[][] {
      {results(Outcome.PASSED), Outcome.PASSED, "because passed"},
      {results(Outcome.FAILED), Outcome.FAILED, "because failed"},
      {results(Outcome.FAILED, Outcome.PASSED), Outcome.FLAKY, "because passed"},
      {results(Outcome.FAILED, Outcome.ERRORED, Outcome.PASSED), Outcome.FLAKY, "because passed"},
      {results(Outcome.FAILED, Outcome.FAILED), Outcome.FAILED, "because failed"},
      {results(Outcome.FAILED, Outcome.ERRORED), Outcome.FAILED, "because failed"},
      {results(Outcome.FAILED, Outcome.INCONCLUSIVE), Outcome.FAILED, "because failed"},
      {results(Outcome.ERRORED, Outcome.FAILED), Outcome.FAILED, "because failed"},
      {results(Outcome.ERRORED, Outcome.ERRORED), Outcome.ERRORED, "because errored"},
      {results(Outcome.ERRORED, Outcome.PASSED), Outcome.PASSED, "because passed"},
      {results(Outcome.UNSUPPORTED), Outcome.UNSUPPORTED, "because unsupported"},
    };
  }

  @Test(dataProvider = "cells")
  public void entersACell(List<AttemptResult> results, Outcome outcome, String reason)
      throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Plan plan = Plan.of(List.of(PlainRun.cell("one", 1)));
      Ledger ledger = new Ledger(run.context(), plan);

      assertEquals(
          ledger.enter(new AttemptKey(plan.cells().get(0).id(), 1, results.size()), results),
          outcome);

      assertEquals(
          run.ended(RunEvent.CellEnd.class),
          List.of(new RunEvent.CellEnd(outcome, reason, results.size(), null)));
    }
  }

  @DataProvider
  public Object[][] runs() {
    return new Object[][] {
      {2, List.of(Outcome.PASSED, Outcome.PASSED), 0, Map.of(Outcome.PASSED, 2)},
      {2, List.of(Outcome.PASSED), 3, Map.of(Outcome.PASSED, 1, Outcome.ERRORED, 1)},
      {2, List.of(Outcome.FAILED), 1, Map.of(Outcome.FAILED, 1, Outcome.ERRORED, 1)},
      {2, List.of(), 3, Map.of(Outcome.ERRORED, 2)},
      {1, List.of(Outcome.UNSUPPORTED), 3, Map.of(Outcome.UNSUPPORTED, 1)},
      {1, List.of(Outcome.INCONCLUSIVE), 3, Map.of(Outcome.INCONCLUSIVE, 1)},
      {0, List.of(), 3, Map.of()},
    };
  }

  @Test(dataProvider = "runs")
  public void endsARun(
      int planned, List<Outcome> outcomes, int exitCode, Map<Outcome, Integer> counted)
      throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Plan plan = Plan.of(planned == 0 ? List.of() : List.of(PlainRun.cell("one", planned)));
      Ledger ledger = new Ledger(run.context(), plan);
      for (int i = 0; i < outcomes.size(); i++) {
        AttemptKey key = new AttemptKey(plan.cells().get(0).id(), i + 1, 1);
        ledger.enter(key, results(outcomes.get(i)));
      }

      ledger.finish();

      RunEvent.RunEnd end = run.ended(RunEvent.RunEnd.class).get(0);
      assertEquals(end.exitCode(), exitCode);
      assertEquals(end.outcomes(), counted);
    }
  }
}
