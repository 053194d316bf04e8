package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.inAudio;
import static dev.parley.harness.stats.Raw.inVideo;
import static dev.parley.harness.stats.Raw.inbound;
import static dev.parley.harness.stats.Raw.sample;
import static dev.parley.reports.metrics.Measured.NOT_REPORTED;
import static dev.parley.reports.metrics.Measured.UNDEFINED;
import static org.testng.Assert.assertEquals;

import dev.parley.reports.metrics.Measured;
import java.util.function.Function;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class InboundFlowTest {
  private static Measured of(double value) {
    return Measured.of(value);
  }

  /** A figure, the members it needs, each with its first and last value, and what it comes to. */
  private record Case(
      Function<InboundFlow, Measured> figure,
      String kind,
      String first,
      String last,
      double expected) {
    String object(String members) {
      return kind.equals("audio") ? inAudio(members) : inVideo(members);
    }
  }

  @DataProvider
  public Object[][] cases() {
    return new Object[][] {
      {
        new Case(
            InboundFlow::packetsReceived,
            "video",
            "packetsReceived: 5",
            "packetsReceived: 105",
            100)
      },
      {new Case(InboundFlow::bytesReceived, "video", "bytesReceived: 5", "bytesReceived: 55", 50)},
      {new Case(InboundFlow::packetsLost, "video", "packetsLost: 9", "packetsLost: 4", -5)},
      {
        new Case(
            InboundFlow::jitterBufferDelay,
            "audio",
            "jitterBufferDelay: 10, jitterBufferEmittedCount: 100",
            "jitterBufferDelay: 14, jitterBufferEmittedCount: 200",
            0.04)
      },
      {
        new Case(
            InboundFlow::decodeTime,
            "video",
            "totalDecodeTime: 1, framesDecoded: 10",
            "totalDecodeTime: 1.2, framesDecoded: 110",
            0.002)
      },
      {
        new Case(
            InboundFlow::qp,
            "video",
            "qpSum: 100, framesDecoded: 10",
            "qpSum: 700, framesDecoded: 40",
            20)
      },
      {
        new Case(
            InboundFlow::harmonicFrameRate,
            "video",
            "totalInterFrameDelay: 1, totalSquaredInterFrameDelay: 0.04",
            "totalInterFrameDelay: 11, totalSquaredInterFrameDelay: 0.44",
            25)
      },
      {
        new Case(
            InboundFlow::audibleConcealment,
            "audio",
            "concealedSamples: 0, silentConcealedSamples: 0, totalSamplesReceived: 0",
            "concealedSamples: 480, silentConcealedSamples: 240, totalSamplesReceived: 4800",
            0.05)
      },
      {
        new Case(
            InboundFlow::timeStretch,
            "audio",
            "insertedSamplesForDeceleration: 1, removedSamplesForAcceleration: 2, totalSamplesReceived: 0",
            "insertedSamplesForDeceleration: 101, removedSamplesForAcceleration: 142, totalSamplesReceived: 4800",
            0.05)
      },
      {
        new Case(
            InboundFlow::audioLevel,
            "audio",
            "totalAudioEnergy: 1, totalSamplesDuration: 5",
            "totalAudioEnergy: 1.5, totalSamplesDuration: 7",
            0.5)
      },
      {new Case(InboundFlow::jitter, "audio", "jitter: 9", "jitter: 0.004", 0.004)},
      {
        new Case(
            InboundFlow::resolution,
            "video",
            "frameWidth: 1, frameHeight: 1",
            "frameWidth: 640, frameHeight: 360",
            230400)
      },
    };
  }

  @Test(dataProvider = "cases")
  public void figureIsComputedFromFirstToLast(Object given) {
    Case one = (Case) given;
    InboundFlow flow = inbound(sample(1, one.object(one.first)), sample(3, one.object(one.last)));

    assertEquals(one.figure.apply(flow).orElse(Double.NaN), one.expected, 1e-9);
  }

  @Test(dataProvider = "cases")
  public void figureIsAbsentWhereAnyMemberIsNotReported(Object given) {
    Case one = (Case) given;
    for (String member : one.first.split(", ", -1)) {
      String name = member.substring(0, member.indexOf(':'));
      InboundFlow flow =
          inbound(
              sample(1, one.object(without(one.first, name))),
              sample(3, one.object(without(one.last, name))));

      assertEquals(one.figure.apply(flow), NOT_REPORTED, name);
    }
  }

  @Test(dataProvider = "cases")
  public void figureIsAbsentWhereAMemberIsNoNumber(Object given) {
    Case one = (Case) given;
    for (String hostile : new String[] {"'12'", "NaN", "Infinity", "null", "true", "{}", "[1]"}) {
      String last = one.last.replaceAll(": [0-9.]+", ": " + hostile);
      InboundFlow flow = inbound(sample(1, one.object(one.first)), sample(3, one.object(last)));

      assertEquals(one.figure.apply(flow), UNDEFINED, hostile);
    }
  }

  private static String without(String members, String name) {
    return members.replaceAll("(^|, )" + name + ": [0-9.]+", "$1x: 1");
  }

  @Test
  public void packetLossLeavesRetransmissionsOut() {
    InboundFlow flow =
        inbound(
            sample(
                1, inVideo("packetsLost: 0, packetsReceived: 0, retransmittedPacketsReceived: 0")),
            sample(
                2,
                inVideo(
                    "packetsLost: 99, packetsReceived: 1101, retransmittedPacketsReceived: 200")));

    assertEquals(flow.packetLoss().orElse(0), 0.099, 1e-12);
  }

  @Test
  public void withoutRtxNothingReceivedIsARetransmission() {
    InboundFlow flow =
        inbound(
            sample(1, inAudio("packetsLost: 0, packetsReceived: 0")),
            sample(2, inAudio("packetsLost: 10, packetsReceived: 90")));

    assertEquals(flow.packetLoss(), of(0.1));
  }

  @Test
  public void withRtxTheRetransmissionsMustBeKnown() {
    InboundFlow flow =
        inbound(
            sample(1, inVideo("rtxSsrc: 7, packetsLost: 0, packetsReceived: 0")),
            sample(2, inVideo("rtxSsrc: 7, packetsLost: 10, packetsReceived: 90")));

    assertEquals(flow.packetLoss(), NOT_REPORTED);
  }

  @Test
  public void packetsLostMayFall() {
    InboundFlow flow =
        inbound(
            sample(1, inVideo("packetsLost: 10, packetsReceived: 100")),
            sample(2, inVideo("packetsLost: 14, packetsReceived: 150")),
            sample(3, inVideo("packetsLost: 12, packetsReceived: 198")));

    assertEquals(flow.packetLoss(), of(0.02));
  }

  @Test
  public void aResetWithinTheWindowLeavesNoValueThoughTheEndIsHigher() {
    InboundFlow flow =
        inbound(
            sample(1, inVideo("framesDecoded: 100")),
            sample(2, inVideo("framesDecoded: 5")),
            sample(3, inVideo("framesDecoded: 200")));

    assertEquals(flow.framesDecoded(), UNDEFINED);
  }

  @Test
  public void aMemberMissingInOneSampleOnlyIsUndefined() {
    InboundFlow flow =
        inbound(
            sample(1, inVideo("framesDecoded: 100")),
            sample(2, inVideo("x: 1")),
            sample(3, inVideo("framesDecoded: 200")));

    assertEquals(flow.framesDecoded(), UNDEFINED);
  }

  @Test
  public void hugeNumbersOverflowToUndefinedAndNotToInfinity() {
    InboundFlow flow =
        inbound(
            sample(
                1,
                inVideo(
                    "packetsLost: 0, packetsReceived: 0, frameWidth: 1e300, frameHeight: 1e300")),
            sample(
                2,
                inVideo(
                    "packetsLost: 1e308, packetsReceived: 1.7e308, frameWidth: 1e300, frameHeight: 1e300")));

    assertEquals(flow.packetLoss(), UNDEFINED);
    assertEquals(flow.resolution(), UNDEFINED);
  }

  @Test
  public void mimeTypeAndTrackAreResolvedByIds() {
    String codec = "id: 'C1', type: 'codec', mimeType: 'video/VP8'";
    InboundFlow flow =
        inbound(
            sample(1, inVideo("codecId: 'C0'"), codec),
            sample(2, inVideo("codecId: 'C1', trackIdentifier: 'T'"), codec));

    assertEquals(flow.mimeType().orElseThrow(), "video/VP8");
    assertEquals(flow.trackIdentifier().orElseThrow(), "T");
    assertEquals(flow.track().label(), "video in 11");
    assertEquals(flow.track().mid(), "1");
  }
}
