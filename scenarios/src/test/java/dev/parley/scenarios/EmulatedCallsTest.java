package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** Calls over emulated networks, from the command line to the verdict. */
@Test(groups = "browser")
public final class EmulatedCallsTest {
  private static final String LOSSY = "audio-video/chrome~firefox/network=loss-5";
  private static final String IDEAL = "audio-video/chrome~chrome/network=ideal";

  private final TemporaryFolders folders = new TemporaryFolders();

  @AfterClass(alwaysRun = true)
  void clean() throws IOException {
    folders.close();
  }

  /**
   * A machine that is too busy leaves a cell inconclusive, and the counts are right all the same.
   */
  public void bothBrowsersSeeTheLossThatWasApplied() throws IOException, InterruptedException {
    try (ParleyProcess parley = run(LOSSY, "--duration", "8s", "--pcap")) {
      parley.end(120);
      RunLog log = new RunLog(parley.events());
      Outcome outcome = log.cell(LOSSY).outcome();
      assertTrue(
          outcome == Outcome.PASSED || outcome == Outcome.INCONCLUSIVE, log.cell(LOSSY).reason());
      List<RunEvent.LossCompared> losses = log.all(RunEvent.LossCompared.class).toList();
      assertEquals(losses.size(), 4, "audio and video both ways");
      losses.forEach(each -> assertEquals(each.agrees(), Boolean.TRUE, each.toString()));
      long applied = losses.stream().mapToLong(RunEvent.LossCompared::appliedLost).sum();
      assertTrue(applied > 0, "5 % of some 2000 packets are to be lost: " + losses);
      RunEvent.NetworkProof proof = log.all(RunEvent.NetworkProof.class).findFirst().orElseThrow();
      assertEquals(proof.selfTest(), "passed");
      assertEquals(proof.bypass(), null);
      assertEquals(log.all(RunEvent.NetworkSummary.class).count(), 4);
      assertTrue(
          log.all(RunEvent.Artefact.class)
              .filter(file -> file.kind().equals("capture"))
              .allMatch(file -> Files.exists(parley.out().resolve(file.path()))));
      nothingSecretIsLogged(parley);
    }
  }

  private static void nothingSecretIsLogged(ParleyProcess parley) throws IOException {
    String text = Files.readString(parley.out().resolve("run.jsonl"));
    assertTrue(!text.contains("relay-credentials") && !text.contains("\"pwd\""));
  }

  public void closingTheRelaysSocketsIsAnError() throws IOException, InterruptedException {
    try (ParleyProcess parley = run(IDEAL, "--duration", "6s", "--sabotage", "close-relay")) {
      assertEquals(parley.end(120), ParleyProcess.NO_VERDICT, parley.said());
      RunEvent.CellEnd end = new RunLog(parley.events()).cell(IDEAL);
      assertEquals(end.outcome(), Outcome.ERRORED, end.reason());
      assertTrue(end.reason().startsWith("relay: the relay's own datagrams"), end.reason());
    }
  }

  public void aBrowserThatFallsSilentBehindASoundRelayHasFailed()
      throws IOException, InterruptedException {
    String fault = "mute-network@answerer";
    try (ParleyProcess parley = run(IDEAL, "--duration", "6s", "--sabotage", fault)) {
      assertEquals(parley.end(120), ParleyProcess.PRODUCT_FAILED, parley.said());
      RunLog log = new RunLog(parley.events());
      assertEquals(log.cell(IDEAL).outcome(), Outcome.FAILED, log.cell(IDEAL).reason());
      assertTrue(
          log.all(RunEvent.NetworkState.class).anyMatch(RunEvent.NetworkState::outage),
          "the cut is in the log");
      standsStillAndIsNoLossOfNought(log);
    }
  }

  /** RTP that stops for good is frozen, and its loss is not known. */
  private static void standsStillAndIsNoLossOfNought(RunLog log) {
    assertTrue(
        log.all(RunEvent.Figure.class)
            .filter(figure -> figure.reading().metric().equals("packet-loss"))
            .allMatch(figure -> figure.reading().value() == null));
    assertTrue(
        log.all(RunEvent.Figure.class)
            .map(RunEvent.Figure::reading)
            .filter(reading -> reading.metric().equals("freeze-ratio"))
            .map(reading -> reading.value())
            .filter(Objects::nonNull)
            .allMatch(ratio -> ratio > 0.5));
  }

  private ParleyProcess run(String cell, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("--cell", cell));
    words.addAll(List.of(more));
    return ParleyProcess.run(folders.make(), Map.of(), words.toArray(String[]::new));
  }
}
