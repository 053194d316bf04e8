package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Processes of ours, and the end of them. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class OwnedProcessTest {
  private Sandbox box;

  @BeforeMethod
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    box.close();
  }

  private static Set<ProcessIdentity> of(String marker) {
    return ProcessTable.carrying(OwnedRun.RUN_MARK, marker);
  }

  @Test
  void closingARunEndsAllThatCarriesItsMark() throws IOException {
    OwnedRun run = box.run();
    OwnedProcess process =
        OwnedProcess.start(
            run,
            List.of("/bin/sh", "-c", "setsid sleep 300 & sleep 300"),
            Map.of(),
            run.folder().resolve("log"));
    assertTrue(process.process().isAlive());
    run.close();
    assertTrue(of(run.marker()).isEmpty());
    assertFalse(Files.exists(run.folder()));
    assertEquals(new Sweep(box.path("owned")).run(), List.of());
  }

  @Test
  void aTreeIsKilledWithThoseThatLeftTheirSession() throws Exception {
    try (OwnedRun run = box.run()) {
      OwnedProcess process =
          OwnedProcess.start(
              run,
              List.of("/bin/sh", "-c", "setsid sleep 300 & setsid sleep 300 & wait"),
              Map.of(),
              run.folder().resolve("log"));
      process.await(() -> of(run.marker()).size() >= 3, Duration.ofSeconds(10), "three");
      process.close();
      assertTrue(of(run.marker()).isEmpty());
    }
  }

  @Test
  void anInterruptedThreadStillEndsThem() throws IOException {
    OwnedRun run = box.run();
    OwnedProcess.start(run, List.of("/bin/sleep", "300"), Map.of(), run.folder().resolve("log"));
    Thread.currentThread().interrupt();
    run.close();
    assertTrue(Thread.interrupted(), "the interruption was lost");
    assertTrue(of(run.marker()).isEmpty());
    assertFalse(Files.exists(run.folder()));
  }

  @Test
  void nothingIsStartedOnceTheRunIsClosed() {
    OwnedRun run = box.run();
    run.close();
    EndpointException e =
        expectThrows(
            EndpointException.class,
            () -> OwnedProcess.start(run, List.of("/bin/sleep", "3"), Map.of(), box.path("log")));
    assertEquals(e.kind(), "closed");
  }
}
