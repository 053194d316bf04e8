package dev.parley.reports.html;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.html.ImpairedLink.Phase;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The showcase's cells over emulated networks: good, bad, in steps, and not to be believed. */
final class ShowcaseNetworks {
  private static final String TITLE = "A call over an impaired link";
  private static final List<String> PAIRS = List.of("chrome~firefox", "firefox~chrome");
  private static final List<String> NETWORKS = List.of("ideal", "loss-5", "loss-5-steps");

  private final LogFixture log;
  private final Random random;

  ShowcaseNetworks(LogFixture log, Random random) {
    this.log = log;
    this.random = random;
  }

  static List<PlannedCell> planned() {
    List<PlannedCell> cells = new ArrayList<>();
    for (String network : NETWORKS) {
      for (String pair : PAIRS) {
        cells.add(planned(CellId.parse("impaired-call/" + pair + "/network=" + network), network));
      }
    }
    return cells;
  }

  private static PlannedCell planned(CellId id, String network) {
    String offerer = id.endpoints().get(0);
    String answerer = id.endpoints().get(1);
    return new PlannedCell(
        id,
        TITLE,
        1,
        List.of(
            new PlannedParticipant("offerer", "offerer", offerer, "ideal"),
            new PlannedParticipant("answerer", "answerer", answerer, network)));
  }

  void write() {
    for (PlannedCell cell : planned()) {
      write(cell.id(), cell.participants().get(1).network());
    }
  }

  private void write(CellId id, String network) {
    boolean mirrored = id.endpoints().get(0).equals("firefox");
    ImpairedCall call = new ImpairedCall(log, random, new AttemptKey(id, 1, 1), phases(network));
    ImpairedLink link = call.write(network);
    boolean late = mirrored && network.equals("loss-5-steps");
    boolean wrong = mirrored && network.equals("loss-5");
    link.summarise(mirrored ? null : (Long) 0L, late);
    long applied = network.equals("ideal") ? 0 : 170;
    link.compare("offerer", ImpairedCall.VIDEO, applied + 2, applied, 3104);
    link.compare("offerer", ImpairedCall.AUDIO, applied / 4, applied / 4, 998);
    link.compare("answerer", ImpairedCall.VIDEO, applied + (wrong ? 96 : 1), applied, 3122);
    link.compare("answerer", ImpairedCall.AUDIO, mirrored ? null : applied / 4, applied / 4, 998);
    call.check(
        "loss seen against loss applied",
        wrong ? "3.08" : "0.06",
        "0.5",
        wrong ? Verdict.BROKEN : Verdict.HELD);
    end(wrong, late);
  }

  private void end(boolean wrong, boolean late) {
    log.after(220);
    Outcome outcome = wrong ? Outcome.FAILED : late ? Outcome.INCONCLUSIVE : Outcome.PASSED;
    String reason =
        wrong
            ? "loss seen by the answerer is 3.08 points from the loss that was applied"
            : late
                ? "the emulator left packets 6.3 ms late, expected at most 2.5 ms"
                : "5 checks held";
    log.add(new RunEvent.AttemptEnd(outcome, reason, 24.1, null));
    log.add(new RunEvent.CellEnd(outcome, reason, 1, null));
  }

  private static List<Phase> phases(String network) {
    return switch (network) {
      case "ideal" -> List.of(new Phase(0, null, 0, 0, false, "start"));
      case "loss-5" -> List.of(new Phase(0, null, 0, 0.05, false, "start"));
      default ->
          List.of(
              new Phase(0, 2_500_000.0, 50, 0.05, false, "start"),
              new Phase(5, 1_000_000.0, 50, 0.05, false, "schedule"),
              new Phase(9, 1_000_000.0, 50, 0.05, true, "schedule"),
              new Phase(11, 600_000.0, 50, 0.05, false, "schedule"),
              new Phase(15, 2_500_000.0, 50, 0.01, false, "scenario"));
    };
  }
}
