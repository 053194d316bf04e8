package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** New ICE credentials and a new path while media goes on (RFC 8445, section 9). */
public final class IceRestart {
  private static final Duration BOUND = Duration.ofSeconds(15);
  private static final Duration AFTER = Duration.ofSeconds(3);

  @Test
  @Scenario(id = "ice-restart", title = "Media goes on over a new path, whoever restarts ICE")
  public void mediaGoesOnWhoeverRestarts(Call call) {
    call.connect();
    call.measure(AFTER);
    call.participants().forEach(side -> restart(call, side));
  }

  private static void restart(Call call, Participant side) {
    List<Before> all = call.participants().stream().map(Before::of).toList();
    side.restartIce();
    call.await(
        "new credentials and a new pair", BOUND, () -> all.stream().allMatch(Before::isPast));
    for (Before before : all) {
      call.check("ICE credentials after a restart by " + side.name())
          .by(before.participant())
          .whateverTheLoad()
          .found(before.participant().iceUfrag())
          .isNot(before.ufrag());
      call.check("selected pair after a restart by " + side.name())
          .by(before.participant())
          .found(before.participant().selectedPair())
          .isNot(before.pair());
    }
    for (VideoFlow flow : call.measure(AFTER).video()) {
      call.check("frames decoded after a restart by " + side.name())
          .by(flow.receiver())
          .measured(flow.framesDecoded())
          .moreThan(Amount.of(0, "frames"));
    }
  }

  /** What a participant's transport was before a restart. */
  private record Before(Participant participant, String ufrag, String pair) {

    static Before of(Participant participant) {
      return new Before(
          participant,
          String.valueOf(participant.iceUfrag()),
          String.valueOf(participant.selectedPair()));
    }

    boolean isPast() {
      String now = participant.selectedPair();
      return !ufrag.equals(participant.iceUfrag()) && now != null && !now.equals(pair);
    }
  }
}
