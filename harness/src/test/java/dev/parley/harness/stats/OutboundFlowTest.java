package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.outVideo;
import static dev.parley.harness.stats.Raw.outbound;
import static dev.parley.harness.stats.Raw.sample;
import static dev.parley.reports.metrics.Measured.NOT_REPORTED;
import static dev.parley.reports.metrics.Measured.UNDEFINED;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.metrics.Measured;
import org.testng.annotations.Test;

public class OutboundFlowTest {

  private static String source(String id, int frames) {
    return "id: '" + id + "', type: 'media-source', kind: 'video', frames: " + frames;
  }

  private static String limited(double none, double cpu, double bandwidth, double other) {
    return "qualityLimitationReason: 'cpu', qualityLimitationDurations: {none: %s, cpu: %s, bandwidth: %s, other: %s}"
        .formatted(none, cpu, bandwidth, other);
  }

  @Test
  public void framesOfTheNamedSource() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("mediaSourceId: 'S2'"), source("S1", 5), source("S2", 10)),
            sample(3, outVideo("mediaSourceId: 'S2'"), source("S1", 50), source("S2", 70)));

    assertEquals(flow.sourceFrames(), Measured.of(60));
    assertEquals(flow.sourceFrameRate(), Measured.of(30));
  }

  @Test
  public void framesOfTheOnlySourceOfTheKindWhereNoneIsNamed() {
    String sound = "id: 'SA', type: 'media-source', kind: 'audio', frames: 9000";
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("x: 1"), sound, source("S", 10)),
            sample(2, outVideo("x: 1"), sound, source("S", 40)));

    assertEquals(flow.sourceFrames(), Measured.of(30));
  }

  @Test
  public void framesOfFirefoxSourceByItsMediaLine() {
    OutboundFlow flow =
        outbound(
            sample(
                1,
                outVideo("x: 1"),
                source("mediasource_video_0{a}", 1),
                source("mediasource_video_1{b}", 10)),
            sample(
                2,
                outVideo("x: 1"),
                source("mediasource_video_0{a}", 9),
                source("mediasource_video_1{b}", 40)));

    assertEquals(flow.sourceFrames(), Measured.of(30));
  }

  @Test
  public void noSourceIsGuessedAmongSeveral() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("x: 1"), source("S1", 1), source("S2", 10)),
            sample(2, outVideo("x: 1"), source("S1", 9), source("S2", 40)));

    assertEquals(flow.sourceFrames(), UNDEFINED);
  }

  @Test
  public void aSourceThatWasReplacedHasNoGrowth() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("mediaSourceId: 'S1'"), source("S1", 10)),
            sample(2, outVideo("mediaSourceId: 'S2'"), source("S2", 70)));

    assertEquals(flow.sourceFrames(), UNDEFINED);
    assertEquals(flow.sourceFrameRate(), UNDEFINED);
  }

  @Test
  public void aSourceThatWentAwayHasNoGrowth() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("mediaSourceId: 'S1'"), source("S1", 10)),
            sample(2, outVideo("mediaSourceId: 'S1'"), source("S1", 70)),
            sample(3, outVideo("x: 1")));

    assertEquals(flow.sourceFrames(), UNDEFINED);
  }

  @Test
  public void limitedByIsAShareOfAllDurations() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo(limited(10, 0, 0, 0))), sample(2, outVideo(limited(16, 3, 1, 0))));

    assertEquals(flow.limitedByCpu().orElse(0), 0.3, 1e-12);
    assertEquals(flow.limitedByBandwidth().orElse(0), 0.1, 1e-12);
    assertEquals(flow.qualityLimitationReason().orElseThrow(), "cpu");
  }

  @Test
  public void durationsThatDidNotGrowLeaveNoShare() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo(limited(10, 0, 0, 0))), sample(2, outVideo(limited(10, 0, 0, 0))));

    assertEquals(flow.limitedByCpu(), UNDEFINED);
  }

  @Test
  public void aBrowserThatReportsNoLimitationHasNoShareAndNoReason() {
    OutboundFlow flow = outbound(sample(1, outVideo("x: 1")), sample(2, outVideo("x: 1")));

    assertEquals(flow.limitedByCpu(), NOT_REPORTED);
    assertEquals(flow.limitedByBandwidth(), NOT_REPORTED);
    assertTrue(flow.qualityLimitationReason().isEmpty());
  }

  @Test
  public void encodeTimeAndQpAreByFrameEncodedAndNotByPacket() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("totalEncodeTime: 1, qpSum: 0, framesEncoded: 0, packetsSent: 0")),
            sample(
                2,
                outVideo("totalEncodeTime: 1.3, qpSum: 900, framesEncoded: 30, packetsSent: 300")));

    assertEquals(flow.encodeTime().orElse(0), 0.01, 1e-12);
    assertEquals(flow.qp(), Measured.of(30));
  }

  @Test
  public void noFrameEncodedLeavesNoMean() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("totalEncodeTime: 1, qpSum: 5, framesEncoded: 9")),
            sample(2, outVideo("totalEncodeTime: 1, qpSum: 5, framesEncoded: 9")));

    assertEquals(flow.encodeTime(), UNDEFINED);
    assertEquals(flow.qp(), UNDEFINED);
    assertEquals(flow.framesEncoded(), Measured.of(0));
  }

  @Test
  public void roundTripIsTheMeanOverTheFarEndsMeasurements() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("remoteId: 'R'"), remote(1, 4)),
            sample(2, outVideo("remoteId: 'R'"), remote(1.3, 7)));

    assertEquals(flow.roundTripTime().orElse(0), 0.1, 1e-12);
  }

  @Test
  public void theRoundTripMayBeginWithALaterReport() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("x: 1")),
            sample(2, outVideo("remoteId: 'R'"), remote(1, 4)),
            sample(3, outVideo("remoteId: 'R'"), remote(1.3, 7)));

    assertEquals(flow.roundTripTime().orElse(0), 0.1, 1e-12);
  }

  @Test
  public void anotherRemoteObjectHasNoRoundTrip() {
    OutboundFlow flow =
        outbound(
            sample(1, outVideo("remoteId: 'R'"), remote(1, 4)),
            sample(2, outVideo("remoteId: 'Q'"), remote(1.3, 7).replace("'R'", "'Q'")));

    assertEquals(flow.roundTripTime(), UNDEFINED);
  }

  @Test
  public void withoutAnyMeasurementThereIsNoRoundTrip() {
    OutboundFlow still =
        outbound(
            sample(1, outVideo("remoteId: 'R'"), remote(1, 4)),
            sample(2, outVideo("remoteId: 'R'"), remote(1, 4)));
    OutboundFlow never = outbound(sample(1, outVideo("x: 1")), sample(2, outVideo("x: 1")));

    assertEquals(still.roundTripTime(), UNDEFINED);
    assertEquals(never.roundTripTime(), NOT_REPORTED);
  }

  private static String remote(double total, int measurements) {
    return "id: 'R', type: 'remote-inbound-rtp', kind: 'video', localId: 'OV', totalRoundTripTime: %s, roundTripTimeMeasurements: %d"
        .formatted(total, measurements);
  }

  @Test
  public void theTrackHasTheRid() {
    OutboundFlow flow =
        outbound(sample(1, outVideo("rid: 'hi'")), sample(2, outVideo("rid: 'hi'")));

    assertEquals(flow.track().rid(), "hi");
    assertEquals(flow.track().direction(), "out");
  }
}
