package dev.parley.harness.cli;

import static org.testng.Assert.assertEquals;

import dev.parley.harness.schedule.Ledger;
import dev.parley.harness.schedule.PlainRun;
import dev.parley.harness.schedule.Progress;
import dev.parley.harness.schedule.Scheduler;
import dev.parley.harness.schedule.TimeLimits;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class InterruptionTest {

  /** Hears nothing. */
  private static final class Quiet implements Progress {
    @Override
    public void planned(Plan plan) {}

    @Override
    public void began(AttemptKey key) {}

    @Override
    public void ended(CellId cell, int repetition, Outcome outcome, String reason, double s) {}
  }

  @DataProvider
  public Object[][] moments() {
    return new Object[][] {{true}, {false}};
  }

  @Test(dataProvider = "moments")
  public void aSignalEndsTheRunAlsoWhenItComesBeforeTheScheduler(boolean before)
      throws IOException {
    Plan plan = Plan.of(List.of(PlainRun.cell("a", 1)));
    try (PlainRun run = new PlainRun(0);
        Interruption interruption = new Interruption()) {
      Ledger ledger = new Ledger(run.context(), plan);
      Scheduler scheduler =
          new Scheduler(
              run.context(),
              ledger,
              Map.of(plan.cells().get(0).id(), PlainRun.scenario()),
              (scenario, attempt) -> {
                throw new IllegalStateException("nothing is to run any more");
              },
              new Quiet(),
              TimeLimits.DEFAULT);
      if (before) {
        interruption.signal();
        interruption.passTo(scheduler);
      } else {
        interruption.passTo(scheduler);
        interruption.signal();
      }

      scheduler.run(plan);
      ledger.finish();

      assertEquals(
          run.ended(RunEvent.Interrupted.class), List.of(new RunEvent.Interrupted("signal")));
      assertEquals(run.ended(RunEvent.AttemptStart.class), List.of());
      assertEquals(run.ended(RunEvent.RunEnd.class).get(0).exitCode(), 3);
    }
  }
}
