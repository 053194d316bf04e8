package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.AudioFlow;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Scenario;
import org.testng.annotations.Test;

/** A plain call. */
public final class AudioVideo {

  /** Of the frames that a source gave, the share that has to arrive and be decoded. */
  private static final double LEAST_SHARE = 0.8;

  /** A picture with less contrast than this, or that changes less, is blank or frozen. */
  private static final Amount BLANK = Amount.of(2, "luma");

  private static final Amount FROZEN = Amount.of(0, "luma");

  @Test
  @Scenario(id = "audio-video", title = "Both see and hear each other")
  public void bothSeeAndHearEachOther(Call call) {
    call.connect();
    MeasuredWindow window = call.measure();
    window.video().forEach(flow -> isSeen(call, flow));
    window.audio().forEach(flow -> isHeard(call, flow));
  }

  private static void isSeen(Call call, VideoFlow flow) {
    call.check("frames decoded")
        .by(flow.receiver())
        .measured(flow.framesDecoded())
        .atLeast(flow.sourceFrames().times(LEAST_SHARE));
    call.check("contrast of the picture")
        .by(flow.receiver())
        .whateverTheLoad()
        .measured(flow.picture().contrast())
        .moreThan(BLANK);
    call.check("change of the picture")
        .by(flow.receiver())
        .whateverTheLoad()
        .measured(flow.picture().change())
        .moreThan(FROZEN);
  }

  private static void isHeard(Call call, AudioFlow flow) {
    call.check("audio energy received")
        .by(flow.receiver())
        .measured(flow.energyReceived())
        .moreThan(Amount.of(0, "energy"));
  }
}
