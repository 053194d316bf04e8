package dev.parley.scenarios;

import dev.parley.harness.Call;
import dev.parley.harness.CallUnsupported;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import java.time.Duration;
import org.testng.annotations.Test;

/** A call over an impaired network is as good as that network lets it be, and recovers from it. */
public final class ImpairedCall {
  private static final Duration AFTER = Duration.ofSeconds(4);

  private final Bounds bounds;
  private final Quality quality;

  /** With the built-in bounds. */
  public ImpairedCall() {
    this(Bounds.builtIn());
  }

  ImpairedCall(Bounds bounds) {
    this.bounds = bounds;
    this.quality = new Quality(bounds);
  }

  @Test
  @Scenario(
      id = "impaired-call",
      title = "A call over a bad network keeps going, and recovers when the network does",
      networks = {"ideal", "loss-5"},
      byDefault = false)
  public void aCallKeepsGoing(Call call) {
    requireLinks(call);
    double start = call.offerer().now();
    call.connect();
    quality.setUp(call, start);
    quality.judge(call, call.measure());
    recovers(call);
  }

  @Test
  @Scenario(
      id = "impaired-call",
      parameters = "changing",
      title = "A call survives that its network turns bad, and recovers when it turns good",
      networks = "loss-5",
      byDefault = false)
  public void aCallSurvivesAChange(Call call) {
    requireLinks(call);
    Impairment impairment = Impairment.takenFrom(call);
    call.connect();
    judgeFrames(call, call.measure(AFTER), "before the change");
    call.step("the network turns bad");
    impairment.apply();
    var unused = call.await("the senders to settle", seconds("settles-within"), () -> false);
    quality.judge(call, call.measure());
    recovers(call);
  }

  private void recovers(Call call) {
    call.step("the network is perfect again");
    for (Participant participant : call.participants()) {
      participant.link().change(LinkChange.to(LinkProfile.IDEAL));
    }
    var unused = call.await("the call to recover", seconds("recovered-within"), () -> false);
    judgeFrames(call, call.measure(AFTER), "after the impairment");
  }

  private Duration seconds(String bound) {
    return Duration.ofMillis((long) (1000 * bounds.number("impaired-call." + bound)));
  }

  void judgeFrames(Call call, MeasuredWindow window, String when) {
    double share = bounds.number("impaired-call.recovered-frames");
    for (VideoFlow flow : window.video()) {
      call.check("frames decoded " + when)
          .by(flow.receiver())
          .measured(flow.framesDecoded())
          .atLeast(flow.sourceFrames().times(share));
    }
  }

  private static void requireLinks(Call call) {
    if (call.isDirect()) {
      throw new CallUnsupported(
          "an impaired call needs an emulated network, found 'direct'; name one, as in"
              + " --networks loss-5");
    }
  }
}
