package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** What a run comes to when the product or the infrastructure fails: never green. */
@Test(groups = "browser")
public final class RunTroubleTest {
  private static final String CALL = "audio-video/chrome~chrome";

  private final TemporaryFolders folders = new TemporaryFolders();

  @AfterClass(alwaysRun = true)
  void clean() throws IOException {
    folders.close();
  }

  public void aDisabledPictureFails() throws IOException, InterruptedException {
    try (ParleyProcess parley = sabotaged("disable-video@offerer", CALL)) {
      assertEquals(parley.end(120), ParleyProcess.PRODUCT_FAILED, parley.said());
      RunEvent.CellEnd end = only(parley);
      assertEquals(end.outcome(), Outcome.FAILED, end.reason());
      assertTrue(end.reason().contains("picture of answerer"), end.reason());
    }
  }

  public void aCallThatNeverConnectsFails() throws IOException, InterruptedException {
    try (ParleyProcess parley = sabotaged("no-candidates@offerer", CALL)) {
      int status = parley.end(180);
      RunEvent.CellEnd end = only(parley);
      assertTrue(end.reason().contains("did not connect within"), end.reason());
      assertTrue(
          end.outcome() == Outcome.FAILED || RunLog.isForWantOfPower(end), end.outcome() + "");
      assertEquals(
          status,
          end.outcome() == Outcome.FAILED
              ? ParleyProcess.PRODUCT_FAILED
              : ParleyProcess.NO_VERDICT);
    }
  }

  public void aKilledBrowserIsAnErrorWithEvidenceAndTheOtherCellsGoOn()
      throws IOException, InterruptedException {
    try (ParleyProcess parley =
        ParleyProcess.run(
            folders.make(),
            Map.of(),
            "--endpoints",
            "firefox",
            "--scenarios",
            "audio-video,data[messages]",
            "--duration",
            "4s",
            "--sabotage",
            "kill-browser@answerer")) {
      assertEquals(parley.end(180), ParleyProcess.NO_VERDICT, parley.said());
      RunLog log = new RunLog(parley.events());
      RunEvent.CellEnd killed = log.cell("audio-video/firefox~firefox");
      assertEquals(killed.outcome(), Outcome.ERRORED, killed.reason());
      assertTrue(killed.reason().contains("browser-crash"), killed.reason());
      assertEquals(
          log.cell("data[messages]/firefox~firefox").outcome(), Outcome.PASSED, parley.said());
      assertTrue(
          log.all(RunEvent.Artefact.class)
              .anyMatch(
                  file ->
                      file.kind().equals("driver-log")
                          && Files.exists(parley.out().resolve(file.path()))),
          "evidence is kept");
    }
  }

  public void aBrowserThatIsNotThereIsAnError() throws IOException, InterruptedException {
    try (ParleyProcess parley =
        ParleyProcess.run(
            folders.make(),
            Map.of(),
            "--endpoints",
            "ghost=chrome@/nowhere/chrome",
            "--scenarios",
            "data[messages]")) {
      assertEquals(parley.end(60), ParleyProcess.NO_VERDICT, parley.said());
      assertEquals(only(parley).outcome(), Outcome.ERRORED);
      assertTrue(only(parley).reason().contains("no-browser"), only(parley).reason());
    }
  }

  public void aDriverThatHangsIsAnErrorWithinItsDeadline()
      throws IOException, InterruptedException {
    Path folder = folders.make();
    Path driver = Files.writeString(folder.resolve("chromedriver"), HANGING_DRIVER);
    assertTrue(driver.toFile().setExecutable(true));
    try (ParleyProcess parley =
        ParleyProcess.run(
            folder,
            Map.of("PARLEY_CHROMEDRIVER", driver.toString()),
            "--endpoints",
            "chrome",
            "--scenarios",
            "data[messages]")) {
      assertEquals(parley.end(150), ParleyProcess.NO_VERDICT, parley.said());
      assertEquals(only(parley).outcome(), Outcome.ERRORED, only(parley).reason());
    }
  }

  /** Tells the version of the real one, and then never listens. */
  private static final String HANGING_DRIVER =
      """
      #!/bin/sh
      if [ "${1-}" = --version ]; then
        PARLEY_CHROMEDRIVER= exec chromedriver --version
      fi
      exec sleep 300
      """;

  public void anInterruptionEndsCleanlyAndIsNoCrash() throws IOException, InterruptedException {
    try (ParleyProcess parley =
        ParleyProcess.run(
            folders.make(),
            Map.of(),
            "--endpoints",
            "chrome",
            "--scenarios",
            "audio-video,data[messages]",
            "--duration",
            "60s")) {
      await(parley, "window-start");
      String marker = OwnProcesses.markerOfChildren(parley.pid());
      long before = System.nanoTime();
      parley.terminate();
      parley.end(20);
      double seconds = (System.nanoTime() - before) / 1e9;
      RunLog log = new RunLog(parley.events());
      assertEquals(log.all(RunEvent.Interrupted.class).count(), 1, "recorded as interrupted");
      RunEvent.CellEnd end = log.cell(CALL);
      assertEquals(end.outcome(), Outcome.ERRORED);
      assertTrue(end.reason().contains("interrupted"), end.reason());
      assertFalse(end.reason().contains("crash"), end.reason());
      assertTrue(
          Files.exists(parley.out().resolve("report/index.html"))
              || parley.said().contains("could not be finished in time"),
          "a partial report, or a word on why there is none: " + parley.said());
      assertTrue(seconds < 15, "took " + seconds + " s to end");
      assertEquals(OwnProcesses.carrying(marker).toString(), "[]", "nothing is left running");
    }
  }

  public void whatAKilledRunLeftIsSweptByTheNext() throws IOException, InterruptedException {
    try (ParleyProcess parley =
        ParleyProcess.run(
            folders.make(),
            Map.of(),
            "--endpoints",
            "chrome",
            "--scenarios",
            "audio-video",
            "--duration",
            "60s")) {
      await(parley, "window-start");
      String marker = OwnProcesses.markerOfChildren(parley.pid());
      parley.kill();
      parley.end(10);
      assertFalse(OwnProcesses.carrying(marker).isEmpty(), "the browsers outlive a killed JVM");
      try (ParleyProcess next =
          ParleyProcess.run(
              folders.make(),
              Map.of(),
              "--endpoints",
              "ghost=chrome@/nowhere",
              "--scenarios",
              "audio-video")) {
        assertEquals(next.end(60), ParleyProcess.NO_VERDICT, next.said());
      }
      assertEquals(OwnProcesses.carrying(marker).toString(), "[]", "swept by the next run");
    }
  }

  private ParleyProcess sabotaged(String sabotage, String cell) throws IOException {
    return ParleyProcess.run(
        folders.make(), Map.of(), "--cell", cell, "--duration", "4s", "--sabotage", sabotage);
  }

  private static RunEvent.CellEnd only(ParleyProcess parley) throws IOException {
    Map<String, RunEvent.CellEnd> cells = new RunLog(parley.events()).cells();
    assertEquals(cells.size(), 1, parley.said());
    return cells.values().iterator().next();
  }

  private static void await(ParleyProcess parley, String step) {
    Awaitility.await("step " + step)
        .ignoreExceptions()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                !parley.isAlive()
                    || new RunLog(parley.events())
                        .all(RunEvent.Step.class)
                        .anyMatch(event -> event.name().equals(step)));
    assertTrue(parley.isAlive(), "Parley ended before " + step);
  }
}
