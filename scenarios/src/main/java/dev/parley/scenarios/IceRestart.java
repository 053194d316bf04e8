package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import dev.parley.reports.model.MetricCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

/** New ICE credentials and a new path while media goes on (RFC 8445, section 9). */
public final class IceRestart {
  private static final Duration BOUND = Duration.ofSeconds(15);
  private static final Duration AFTER = Duration.ofSeconds(3);

  /** How often a sample is asked for, since not every browser tells of a new pair by an event. */
  private static final Duration LOOK = Duration.ofMillis(200);

  @Test
  @Scenario(id = "ice-restart", title = "Media goes on over a new path, whoever restarts ICE")
  public void mediaGoesOnWhoeverRestarts(Call call) {
    call.connect();
    call.measure(AFTER);
    call.participants().forEach(side -> restart(call, side));
  }

  private static void restart(Call call, Participant side) {
    List<Recovery> all = call.participants().stream().map(Recovery::of).toList();
    double start = side.now();
    side.restartIce();
    awaitNewPaths(call, all, start + BOUND.toMillis());
    for (Recovery recovery : all) {
      Participant participant = recovery.participant;
      call.check("ICE credentials after a restart by " + side.name())
          .by(participant)
          .whateverTheLoad()
          .found(participant.iceUfrag())
          .isNot(recovery.ufrag);
      call.check("selected pair after a restart by " + side.name())
          .by(participant)
          .found(recovery.hasNewPair() ? "a new one" : "none, or the one before")
          .is("a new one");
      call.figure(participant, MetricCatalogue.TIME_TO_RECOVER, recovery.since(start));
    }
    for (VideoFlow flow : call.measure(AFTER).video()) {
      call.check("frames decoded after a restart by " + side.name())
          .by(flow.receiver())
          .measured(flow.framesDecoded())
          .moreThan(Amount.of(0, "frames"));
    }
  }

  private static void awaitNewPaths(Call call, List<Recovery> all, double end) {
    boolean past = false;
    while (!past && call.offerer().now() < end) {
      call.participants().forEach(participant -> participant.command("sample-now", Map.of()));
      past =
          call.await(
              "new credentials and a new pair",
              LOOK,
              () -> all.stream().filter(Recovery::isPast).count() == all.size());
    }
  }

  /** What a participant's transport was before a restart, and when it was another. */
  private static final class Recovery {
    private final Participant participant;
    private final String ufrag;
    private final String pair;
    private double at = Double.NaN;

    private Recovery(Participant participant, String ufrag, String pair) {
      this.participant = participant;
      this.ufrag = ufrag;
      this.pair = pair;
    }

    static Recovery of(Participant participant) {
      return new Recovery(
          participant,
          String.valueOf(participant.iceUfrag()),
          String.valueOf(participant.selectedPair()));
    }

    boolean isPast() {
      if (Double.isNaN(at) && !ufrag.equals(participant.iceUfrag()) && hasNewPair()) {
        at = participant.now();
      }
      return !Double.isNaN(at);
    }

    boolean hasNewPair() {
      String now = participant.selectedPair();
      return now != null && !now.equals(pair);
    }

    Amount since(double start) {
      return Double.isNaN(at) ? Amount.absent("s") : Amount.of((at - start) / 1000, "s");
    }
  }
}
