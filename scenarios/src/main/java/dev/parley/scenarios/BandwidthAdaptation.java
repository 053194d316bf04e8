package dev.parley.scenarios;

import dev.parley.harness.Call;
import dev.parley.harness.Media;
import dev.parley.harness.Scenario;
import java.time.Duration;
import org.testng.annotations.Test;

/** Senders use the capacity that there is, and no more (RFC 8867, section 5). */
public final class BandwidthAdaptation {
  private static final Duration BEFORE_THE_PAUSE = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final Duration AFTER_THE_PAUSE = Duration.ofSeconds(60);

  private final Bounds bounds;

  /** With the built-in bounds. */
  public BandwidthAdaptation() {
    this(Bounds.builtIn());
  }

  BandwidthAdaptation(Bounds bounds) {
    this.bounds = bounds;
  }

  @Test
  @Scenario(
      id = "bandwidth-adaptation",
      parameters = "5.1",
      title = "One flow follows a capacity that changes",
      networks = "rfc8867-5.1@offerer",
      ownNetwork = true,
      seconds = 100,
      byDefault = false)
  public void oneFlow(Call call) {
    run(call, Media.noise().fromOfferersAlone(), Duration.ofSeconds(100));
  }

  @Test
  @Scenario(
      id = "bandwidth-adaptation",
      parameters = "5.1-short",
      title = "One flow follows a capacity that changes, in a quarter of the time",
      networks = "rfc8867-5.1-short@offerer",
      ownNetwork = true,
      seconds = 25,
      byDefault = false)
  public void oneFlowInAQuarterOfTheTime(Call call) {
    call.note("RFC 8867 gives each phase four times as long: less time to adapt, looser figures");
    Bounds loose = bounds.below("bandwidth-adaptation.short", "bandwidth-adaptation");
    new BandwidthAdaptation(loose)
        .run(call, Media.noise().fromOfferersAlone(), Duration.ofSeconds(25));
  }

  @Test
  @Scenario(
      id = "bandwidth-adaptation",
      parameters = "5.2",
      title = "Two flows share a capacity that changes",
      networks = "rfc8867-5.2@offerer",
      ownNetwork = true,
      seconds = 125,
      byDefault = false)
  public void twoFlows(Call call) {
    run(call, Media.noise().fromOfferersAlone().withFlows(2), Duration.ofSeconds(125));
  }

  @Test
  @Scenario(
      id = "bandwidth-adaptation",
      parameters = "5.3",
      title = "Flows both ways adapt while the other's feedback is congested",
      networks = "rfc8867-5.3@offerer",
      ownNetwork = true,
      seconds = 100,
      byDefault = false)
  public void bothWays(Call call) {
    run(call, Media.noise(), Duration.ofSeconds(100));
  }

  @Test
  @Scenario(
      id = "bandwidth-adaptation",
      parameters = "5.8",
      title = "Two flows take over what a third leaves, and give it back",
      networks = "rfc8867-5.8@offerer",
      ownNetwork = true,
      seconds = 120,
      byDefault = false)
  public void aFlowPauses(Call call) {
    Bottleneck bottleneck = begin(call, Media.noise().fromOfferersAlone().withFlows(3));
    bottleneck.judge(call.measure(BEFORE_THE_PAUSE));
    call.offerer().pause(1, true);
    bottleneck.judge(call.measure(PAUSE));
    call.offerer().pause(1, false);
    bottleneck.judge(call.measure(AFTER_THE_PAUSE));
    bottleneck.report();
  }

  private void run(Call call, Media media, Duration length) {
    Bottleneck bottleneck = begin(call, media);
    bottleneck.judge(call.measure(length));
    bottleneck.report();
  }

  /** Connects over a perfect link, proves the demand, and starts the case on its own. */
  private Bottleneck begin(Call call, Media media) {
    Bottleneck bottleneck = new Bottleneck(call, bounds);
    call.holdNetworkSchedule();
    Impairment start = Impairment.takenFrom(call);
    call.connect(media);
    bottleneck.proveDemand();
    start.apply();
    bottleneck.settle();
    call.startNetworkSchedule();
    return bottleneck;
  }
}
