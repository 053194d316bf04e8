package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** The default scenarios between real Chromium and Firefox, in all four pairs. */
@Test(groups = "browser")
public final class RealCallsTest {
  private static final Set<String> REPORTS =
      Set.of("summary.json", "summary.md", "junit.xml", "allure-results", "report/index.html");

  private final TemporaryFolders folders = new TemporaryFolders();

  @AfterClass(alwaysRun = true)
  void clean() throws IOException {
    folders.close();
  }

  /** On a busy machine a cell may be inconclusive; it may never be anything but that or passed. */
  public void everyPairPasses() throws IOException, InterruptedException {
    try (ParleyProcess parley =
        ParleyProcess.run(
            folders.make(), Map.of(), "--endpoints", "chrome,firefox", "--duration", "4s")) {
      int status = parley.end(600);
      RunLog log = new RunLog(parley.events());
      Map<String, RunEvent.CellEnd> cells = log.cells();
      assertEquals(cells.size(), 20, parley.said());
      cells.forEach(
          (cell, end) ->
              assertTrue(
                  end.outcome() == Outcome.PASSED || RunLog.isForWantOfPower(end),
                  cell + " is " + end.outcome() + ": " + end.reason()));
      boolean allPassed = cells.values().stream().allMatch(e -> e.outcome() == Outcome.PASSED);
      assertEquals(status, allPassed ? 0 : ParleyProcess.NO_VERDICT, parley.said());
      everyoneMeasuredBothWays(log);
      reportsAreThere(parley.out());
    }
  }

  private static void everyoneMeasuredBothWays(RunLog log) {
    long received =
        log.all(RunEvent.Check.class)
            .filter(check -> check.criterion().equals("frames decoded"))
            .filter(check -> check.measured() != null && Double.parseDouble(check.measured()) > 0)
            .count();
    assertEquals(received, 8, "both sides of four audio-video calls are to decode frames");
    assertTrue(
        log.all(RunEvent.ClockMapped.class).allMatch(clock -> clock.errorMs() < 1000),
        "page clocks are mapped with a bound");
    assertEquals(
        log.all(RunEvent.Transport.class)
            .map(RunEvent.Transport::dtlsState)
            .filter("connected"::equals)
            .collect(Collectors.toSet()),
        Set.of("connected"));
  }

  private static void reportsAreThere(Path out) {
    REPORTS.forEach(
        report -> assertTrue(Files.exists(out.resolve(report)), report + " is missing in " + out));
  }
}
