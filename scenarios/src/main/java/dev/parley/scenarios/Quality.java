package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.AudioFlow;
import dev.parley.harness.MeasuredWindow.MediaFlow;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;

/** How good a call over an impaired network is to be. */
final class Quality {
  private final Bounds bounds;

  Quality(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Each connection came up in time, from its first check to its last handshake. */
  void setUp(Call call, double since) {
    for (Participant participant : call.participants()) {
      Participant other = participant == call.offerer() ? call.answerer() : call.offerer();
      NetworkBounds limit = limits(call, other, participant);
      call.check("time to set the connection up")
          .by(participant)
          .measured(setUpTime(participant, since))
          .atMost(Amount.of(limit.setUp(), "s"));
    }
  }

  private static Amount setUpTime(Participant participant, double since) {
    Double begun = participant.timeToState(since, "connecting").value();
    Double done = participant.timeToState(since, "connected").value();
    return new Amount(begun == null || done == null ? null : done - begun, "s");
  }

  /** What was seen and heard, by the bounds of the path that it came on. */
  void judge(Call call, MeasuredWindow window) {
    for (VideoFlow flow : window.video()) {
      NetworkBounds limit = limits(call, flow.sender(), flow.receiver());
      call.check("freeze ratio")
          .by(flow.receiver())
          .measured(flow.freezeRatio())
          .atMost(Amount.of(limit.freeze(), "ratio"));
      call.check("frames decoded")
          .by(flow.receiver())
          .measured(flow.framesDecoded())
          .atLeast(flow.sourceFrames().times(limit.frames()));
      lossAgrees(call, "video", flow);
    }
    for (AudioFlow flow : window.audio()) {
      call.check("audible concealment")
          .by(flow.receiver())
          .measured(flow.audibleConcealment())
          .atMost(Amount.of(limits(call, flow.sender(), flow.receiver()).concealment(), "ratio"));
      lossAgrees(call, "audio", flow);
    }
  }

  private static void lossAgrees(Call call, String kind, MediaFlow flow) {
    call.check("loss seen against loss applied, " + kind)
        .by(flow.receiver())
        .measured(flow.lossDifference())
        .atMost(flow.lossTolerance());
  }

  private NetworkBounds limits(Call call, Participant from, Participant to) {
    return new NetworkBounds(bounds, call.network(), PathFigures.of(call, from, to));
  }
}
