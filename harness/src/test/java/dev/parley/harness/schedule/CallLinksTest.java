package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.call.AttemptLog;
import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.network.FakeRelayCall;
import dev.parley.network.relay.RelayPlan;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

public class CallLinksTest {

  private static PlannedCell cell(String offerers, String answerers) {
    return PlainRun.cell(
        "a",
        1,
        new PlannedParticipant("offerer", "offerer", "absent", offerers),
        new PlannedParticipant("answerer", "answerer", "absent", answerers));
  }

  private static Optional<CallNetwork> open(PlainRun run, PlannedCell cell, int attempt) {
    AttemptKey key = new AttemptKey(cell.id(), 1, attempt);
    return new CallLinks(run.context(), new AttemptLog(run.context().log(), key)).open(cell, key);
  }

  @Test
  public void aDirectCellStartsNoRelay() throws IOException {
    try (PlainRun run =
        new PlainRun(
            0,
            () -> {
              throw new AssertionError("nobody needs a relay");
            })) {
      assertTrue(open(run, cell("direct", "direct"), 1).isEmpty());
    }
  }

  @Test
  public void everyParticipantHasItsOwnLinkAndARetryMeetsTheSameNetwork() throws IOException {
    List<FakeRelayCall> calls = new ArrayList<>();
    try (PlainRun run = new PlainRun(1, () -> FakeRelayCall.keeping(calls))) {
      open(run, cell("ideal", "loss-5"), 1).orElseThrow().close();
      open(run, cell("ideal", "loss-5"), 2).orElseThrow().close();
    }

    RelayPlan plan = calls.get(0).plan();
    assertEquals(
        plan.participants().stream()
            .map(seat -> seat.name() + " " + seat.network().name())
            .toList(),
        List.of("offerer ideal", "answerer loss-5"));
    assertEquals(calls.get(1).plan().seed(), plan.seed());
    assertEquals(plan.captures(), null);
    assertTrue(calls.get(0).told.contains("close"), calls.get(0).told.toString());
  }

  @Test
  public void theSeedIsOfTheRunTheCellAndTheRepetition() {
    AttemptKey key = new AttemptKey(cell("ideal", "ideal").id(), 1, 1);

    assertEquals(CallLinks.seed(1, key), CallLinks.seed(1, key));
    assertEquals(CallLinks.seed(1, key), CallLinks.seed(1, new AttemptKey(key.cell(), 1, 2)));
    assertNotEquals(CallLinks.seed(1, key), CallLinks.seed(2, key));
    assertNotEquals(CallLinks.seed(1, key), CallLinks.seed(1, new AttemptKey(key.cell(), 2, 1)));
  }
}
