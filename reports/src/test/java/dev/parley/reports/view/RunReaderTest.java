package dev.parley.reports.view;

import static java.util.Objects.requireNonNull;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertNotNull;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.CollectingVisitor;
import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public class RunReaderTest {
  private static final CellId CELL = CellId.parse("audio-video/chrome~firefox");
  private static final AttemptKey KEY = new AttemptKey(CELL, 1, 1);

  @Test
  public void everyCellOfARunIsShownOnceWithItsOutcome() throws IOException {
    CollectingVisitor seen = readSynthetic();
    assertEquals(seen.cells.size(), 11);
    assertEquals(seen.cell(SyntheticRun.PASSED).outcome(), Outcome.PASSED);
    assertEquals(seen.cell(SyntheticRun.FAILED).outcome(), Outcome.FAILED);
    assertNotNull(seen.cell(SyntheticRun.EXPECTED).expected());
    assertEquals(seen.cell(SyntheticRun.FLAKY).outcome(), Outcome.FLAKY);
    assertEquals(seen.cell(SyntheticRun.FLAKY).attempts().size(), 2);
    assertEquals(seen.cell(SyntheticRun.UNSUPPORTED).attempts(), List.of());
    assertEquals(seen.cell(SyntheticRun.INCONCLUSIVE).outcome(), Outcome.INCONCLUSIVE);
    assertEquals(seen.cells.stream().filter(c -> c.id().equals(SyntheticRun.REPEATED)).count(), 2);
    assertEquals(seen.summary().exitCode(), 1);
    assertEquals(seen.summary().cells(), 11);
    assertEquals(seen.summary().problems(), List.of());
    assertEquals(seen.summary().run().endpoints().size(), 2);
  }

  @Test
  public void anAttemptIsGroupedByParticipant() throws IOException {
    AttemptView attempt = readSynthetic().cell(SyntheticRun.PASSED).lastAttempt().orElseThrow();
    assertEquals(
        attempt.participants().stream().map(ParticipantView::name).toList(),
        List.of("offerer", "answerer"));
    ParticipantView answerer = attempt.participants().get(1);
    assertEquals(requireNonNull(answerer.joined()).endpoint(), "firefox");
    assertEquals(requireNonNull(answerer.samples().get("pc1")).size(), 10);
    assertEquals(answerer.marks().size(), 5);
    assertEquals(answerer.figures().size(), 3);
    RunEvent.Window window = requireNonNull(attempt.window());
    assertEquals(window.toMs() - window.fromMs(), 10_000, 0.01);
    assertEquals(attempt.checks().size(), 1);
    assertTrue(attempt.ended());
  }

  @Test
  public void evidenceOfTroubleIsKept() throws IOException {
    CollectingVisitor seen = readSynthetic();
    AttemptView errored = seen.cell(SyntheticRun.ERRORED).lastAttempt().orElseThrow();
    assertEquals(errored.faults().size(), 1);
    assertEquals(errored.artefacts().size(), 2);
    assertEquals(errored.unknown().size(), 1);
    AttemptView starved = seen.cell(SyntheticRun.INCONCLUSIVE).lastAttempt().orElseThrow();
    assertEquals(starved.hostHealth().size(), 1);
    assertEquals(starved.participants().get(0).lostSamples(), 3);
  }

  @Test
  public void aPlannedCellWithoutAResultIsErrored() throws IOException {
    CellView cell = readSynthetic().cell(SyntheticRun.NEVER_RUN);
    assertEquals(cell.outcome(), Outcome.ERRORED);
    assertEquals(cell.reason(), "no result recorded");
    assertFalse(cell.recorded());
  }

  @Test
  public void aCellThatBeganAndNeverEndedIsErroredWithItsEvidence() throws IOException {
    CollectingVisitor seen =
        read(log -> log.in(KEY).add(new RunEvent.AttemptStart()).add(new RunEvent.Step("x", null)));
    CellView cell = seen.cell(CELL);
    assertEquals(cell.outcome(), Outcome.ERRORED);
    assertEquals(cell.attempts().size(), 1);
    assertEquals(cell.attempts().get(0).steps().size(), 1);
    assertNull(cell.attempts().get(0).seconds());
    assertEquals(exitCode(seen), 3);
  }

  @Test
  public void afterAnInterruptionTheReasonSaysSo() throws IOException {
    CollectingVisitor begun =
        read(log -> log.in(KEY).add(new RunEvent.AttemptStart()).in(null).add(interrupted()));
    assertEquals(begun.cell(CELL).reason(), "interrupted while it ran");
    CollectingVisitor waiting = read(log -> log.add(interrupted()));
    assertEquals(waiting.cell(CELL).reason(), "interrupted before it began");
    assertTrue(waiting.summary().run().interrupted());
  }

  @Test
  public void greenWithoutAnAttemptIsErrored() throws IOException {
    CollectingVisitor seen =
        read(log -> log.in(KEY).add(new RunEvent.CellEnd(Outcome.PASSED, "fine", 1, null)));
    assertEquals(seen.cell(CELL).outcome(), Outcome.ERRORED);
  }

  @Test
  public void whatHasNoPlaceIsReportedAndTheRestUsed() throws IOException {
    CellId stranger = CellId.parse("other/a~b");
    CollectingVisitor seen =
        read(
            log ->
                log.add(new RunEvent.SamplesLost("offerer", 1, "x"))
                    .in(KEY)
                    .add(new RunEvent.AttemptStart())
                    .add(new RunEvent.AttemptEnd(Outcome.PASSED, "", 1, null))
                    .add(new RunEvent.CellEnd(Outcome.PASSED, "", 1, null))
                    .add(new RunEvent.Note(null, "late"))
                    .in(new AttemptKey(stranger, 1, 1))
                    .add(new RunEvent.CellEnd(Outcome.FAILED, "red", 1, null)));
    assertEquals(seen.cell(CELL).outcome(), Outcome.PASSED);
    assertEquals(seen.cell(stranger).outcome(), Outcome.FAILED);
    assertEquals(seen.summary().problemCount(), 3, seen.summary().problems().toString());
    assertEquals(exitCode(seen), 1);
  }

  @Test
  public void aFloodOfLogLinesIsCutAndCounted() throws IOException {
    CollectingVisitor seen =
        read(
            log -> {
              log.in(KEY).add(new RunEvent.AttemptStart());
              for (int i = 0; i < AttemptView.MOST_LOG_LINES + 7; i++) {
                log.add(new RunEvent.LogLine(null, "console", "info", "line", null));
              }
            });
    AttemptView attempt = seen.cell(CELL).attempts().get(0);
    assertEquals(attempt.logLines().size(), AttemptView.MOST_LOG_LINES);
    assertEquals(attempt.logLinesLeftOut(), 7);
  }

  private static RunEvent interrupted() {
    return new RunEvent.Interrupted("SIGINT");
  }

  private static int exitCode(CollectingVisitor seen) {
    return seen.summary().exitCode();
  }

  private interface Events {
    void write(LogFixture log) throws IOException;
  }

  private static CollectingVisitor read(Events events) throws IOException {
    try (TempFolder folder = new TempFolder()) {
      try (LogFixture log = new LogFixture(folder.path())) {
        Plan plan = Plan.of(List.of(SyntheticRun.planned(CELL, "A call", 1)));
        RunEvent.HostInfo host = new RunEvent.HostInfo("Linux", "6", "amd64", "CPU", 2, 1, "17");
        log.add(new RunEvent.RunStart(1, "r", "0", 1, List.of(), host, Map.of(), plan));
        events.write(log);
      }
      return read(folder.path());
    }
  }

  private static CollectingVisitor readSynthetic() throws IOException {
    try (TempFolder folder = new TempFolder()) {
      SyntheticRun.write(folder.path());
      return read(folder.path());
    }
  }

  private static CollectingVisitor read(Path runDir) throws IOException {
    CollectingVisitor seen = new CollectingVisitor();
    new RunReader(new ExitRule(false)).read(runDir.resolve("run.jsonl"), seen);
    return seen;
  }
}
