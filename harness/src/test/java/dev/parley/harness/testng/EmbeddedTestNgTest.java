package dev.parley.harness.testng;

import static org.testng.Assert.assertEquals;

import dev.parley.harness.matrix.ScenarioCatalogue;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.PlainRun;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.testng.annotations.Test;

public class EmbeddedTestNgTest {

  private static List<RunEvent.AttemptEnd> run(String key) throws IOException {
    ScenarioMethod scenario =
        ScenarioCatalogue.of(List.of(EmbeddedScenarios.class)).select(List.of(key)).get(0);
    PlannedCell cell = PlainRun.cell("nobody", 1);
    try (PlainRun run = new PlainRun(0)) {
      Attempt attempt = new Attempt(run.context(), cell, new AttemptKey(cell.id(), 1, 1));
      new EmbeddedTestNg().invoke(scenario, attempt);
      return run.ended(RunEvent.AttemptEnd.class);
    }
  }

  @Test
  public void runsTheOneScenarioOnce() throws IOException {
    List<RunEvent.AttemptEnd> ends = run("one");

    assertEquals(ends.size(), 1);
    assertEquals(ends.get(0).outcome(), Outcome.PASSED);
    assertEquals(ends.get(0).reason(), "all 1 checks held");
  }

  @Test
  public void aBrokenCheckFailsIt() throws IOException {
    assertEquals(run("broken").get(0).outcome(), Outcome.FAILED);
  }

  @Test
  public void aMistakeOfTheScenarioIsErrored() throws IOException {
    assertEquals(
        run("bug").get(0).reason(),
        "the scenario threw java.lang.IllegalStateException: a mistake in the scenario");
  }

  @Test
  public void theOtherDoorOpensNoRunOfItsOwn() throws IOException {
    List<String> before = usualFolder();

    run("one");

    assertEquals(usualFolder(), before);
  }

  private static List<String> usualFolder() {
    String[] runs = new File("parley-out").list();
    return runs == null ? List.of() : Arrays.stream(runs).sorted().toList();
  }
}
