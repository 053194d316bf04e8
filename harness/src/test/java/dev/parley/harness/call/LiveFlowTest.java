package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;

import dev.parley.harness.Amount;
import dev.parley.harness.MeasuredWindow.Picture;
import dev.parley.harness.Participant;
import dev.parley.harness.endpoint.Family;
import dev.parley.harness.stats.CapabilityMap;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.harness.stats.RawSample;
import dev.parley.harness.stats.WindowStats;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nothing arrived, and nothing is known, are two different things. */
public class LiveFlowTest {
  private static final Picture UNSEEN = new Picture(Amount.absent("luma"), Amount.absent("luma"));
  private static final Participant SOMEBODY =
      (Participant)
          Proxy.newProxyInstance(
              LiveFlowTest.class.getClassLoader(),
              new Class<?>[] {Participant.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private static LiveFlow flow(Optional<InboundFlow> received, boolean sampled) {
    return new LiveFlow(
        SOMEBODY, SOMEBODY, Optional.empty(), received, sampled, Optional.empty(), UNSEEN);
  }

  private static RawSample sample(long number, String members) {
    String report =
        "[{\"timestamp\": %d, \"id\": \"I\", \"type\": \"inbound-rtp\", \"kind\": \"video\", %s}]"
            .formatted(number * 1000, "\"ssrc\": 7, " + members);
    return new RawSample("pc1", number, number * 1000, JsonMapper.shared().readTree(report));
  }

  private static Optional<InboundFlow> received(String first, String last) {
    return WindowStats.between(
            List.of(sample(1, first), sample(2, last)),
            0,
            1e9,
            new CapabilityMap(Family.CHROME, "150"))
        .inbound()
        .stream()
        .findFirst();
  }

  @Test
  public void aStreamThatIsNotListedBroughtNothing() {
    LiveFlow flow = flow(Optional.empty(), true);

    assertEquals(flow.framesDecoded(), Amount.of(0, "frames"));
    assertEquals(flow.packetsReceived(), Amount.of(0, "packets"));
    assertEquals(flow.energyReceived(), Amount.of(0, "energy"));
  }

  @Test
  public void withoutSamplesNothingIsKnown() {
    LiveFlow flow = flow(Optional.empty(), false);

    assertEquals(flow.framesDecoded(), Amount.absent("frames"));
    assertEquals(flow.packetsReceived(), Amount.absent("packets"));
    assertEquals(flow.energyReceived(), Amount.absent("energy"));
  }

  @Test
  public void whatTheSourceGaveIsUnknownWithoutAStream() {
    assertEquals(flow(Optional.empty(), true).sourceFrames(), Amount.absent("frames"));
  }

  @Test
  public void aStreamTellsItsGrowth() {
    LiveFlow flow =
        flow(
            received(
                "\"framesDecoded\": 10, \"packetsReceived\": 5",
                "\"framesDecoded\": 40, \"packetsReceived\": 5"),
            true);

    assertEquals(flow.framesDecoded(), Amount.of(30, "frames"));
    assertEquals(flow.packetsReceived(), Amount.of(0, "packets"));
  }

  @Test
  public void aMemberThatTheBrowserDoesNotReportIsAbsentAlsoInAStream() {
    LiveFlow flow = flow(received("\"packetsReceived\": 1", "\"packetsReceived\": 9"), true);

    assertEquals(flow.framesDecoded(), Amount.absent("frames"));
    assertEquals(flow.packetsReceived(), Amount.of(8, "packets"));
  }
}
