package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.util.Map;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** Scenarios on a lossy network between real browsers. */
@Test(groups = "browser")
public final class ImpairedScenariosTest {
  private static final String NAMES = "impaired-call[changing],data[reliability],data[file]";

  private final TemporaryFolders folders = new TemporaryFolders();

  @AfterClass(alwaysRun = true)
  void clean() throws IOException {
    folders.close();
  }

  /** On a busy machine a cell may be inconclusive; it may never be anything but that or passed. */
  public void aLossyNetworkIsSurvived() throws IOException, InterruptedException {
    try (ParleyProcess parley =
        ParleyProcess.run(
            folders.make(),
            Map.of(),
            "--endpoints",
            "chrome",
            "--scenarios",
            NAMES,
            "--networks",
            "loss-5",
            "--duration",
            "3s")) {
      parley.end(300);
      RunLog log = new RunLog(parley.events());
      assertEquals(log.cells().size(), 3, parley.said());
      log.cells()
          .forEach(
              (cell, end) ->
                  assertTrue(
                      end.outcome() == Outcome.PASSED || end.outcome() == Outcome.INCONCLUSIVE,
                      cell + " is " + end.outcome() + ": " + end.reason()));
      assertEquals(held(log, "file at the far end"), 2);
      assertEquals(held(log, "messages lost for good"), 2, "loss was there to be seen");
    }
  }

  private static long held(RunLog log, String criterion) {
    return log.all(RunEvent.Check.class)
        .filter(check -> check.criterion().startsWith(criterion))
        .filter(check -> check.verdict() == RunEvent.Verdict.HELD)
        .count();
  }
}
