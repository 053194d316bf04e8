package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.inAudio;
import static dev.parley.harness.stats.Raw.inVideo;
import static dev.parley.harness.stats.Raw.nothingKnown;
import static dev.parley.harness.stats.Raw.only;
import static dev.parley.harness.stats.Raw.outVideo;
import static dev.parley.harness.stats.Raw.sample;
import static dev.parley.harness.stats.Raw.window;
import static dev.parley.reports.metrics.Measured.NOT_REPORTED;
import static dev.parley.reports.metrics.Measured.UNDEFINED;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.metrics.EModel;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.Track;
import java.util.List;
import org.testng.annotations.Test;

public class WindowStatsTest {
  private static final String OPUS = "id: 'C', type: 'codec', mimeType: 'audio/opus'";
  private static final String TRANSPORT =
      "id: 'T', type: 'transport', selectedCandidatePairId: '%s'";

  private static RawSample frames(int number, int frames) {
    return sample(number, inVideo("framesDecoded: " + frames));
  }

  private static String pair(String id, double total, int responses) {
    return "id: '%s', type: 'candidate-pair', nominated: true, totalRoundTripTime: %s, responsesReceived: %d"
        .formatted(id, total, responses);
  }

  @Test
  public void theWindowTakesTheSamplesAtItsEdgesAndNoOther() {
    List<RawSample> samples = List.of(frames(1, 10), frames(2, 40), frames(3, 70), frames(4, 90));
    WindowStats window = WindowStats.between(samples, 2000, 3000, nothingKnown());

    assertEquals(window.samplesUsed(), 2);
    assertEquals(window.seconds(), 1, 1e-12);
    assertEquals(window.inbound().get(0).framesDecoded(), Measured.of(30));
  }

  @Test
  public void samplesThatDidNotArriveAreCounted() {
    assertEquals(window(frames(1, 1), frames(2, 2), frames(6, 3)).samplesMissing(), 3);
    assertEquals(window(frames(1, 1), frames(2, 2)).samplesMissing(), 0);
  }

  @Test
  public void aSampleThatCameTwiceCountsOnce() {
    WindowStats window = window(frames(1, 10), frames(2, 40), frames(2, 5), frames(1, 5));

    assertEquals(window.samplesUsed(), 2);
    assertEquals(window.samplesMissing(), 0);
    assertEquals(window.inbound().get(0).framesDecoded(), Measured.of(30));
  }

  @Test
  public void anEmptyWindowHasNothing() {
    WindowStats window = window();

    assertEquals(window.samplesUsed(), 0);
    assertEquals(window.samplesMissing(), 0);
    assertEquals(window.seconds(), 0, 0);
    assertEquals(window.figures(List.of()), List.of());
    assertEquals(window.transports(), List.of());
    assertTrue(window.inbound().isEmpty() && window.outbound().isEmpty());
  }

  @Test
  public void oneSampleHasNoFlow() {
    WindowStats window = window(frames(1, 10));

    assertTrue(window.inbound().isEmpty());
    assertEquals(window.figures(List.of()), List.of());
  }

  @Test
  public void aStreamThatChangedItsSsrcIsTwoFlows() {
    WindowStats window =
        window(
            frames(1, 10),
            frames(2, 40),
            sample(3, inVideo("framesDecoded: 5").replace("ssrc: 11", "ssrc: 99")),
            sample(4, inVideo("framesDecoded: 25").replace("ssrc: 11", "ssrc: 99")));

    assertEquals(
        window.inbound().stream().map(InboundFlow::framesDecoded).toList(),
        List.of(Measured.of(30), Measured.of(20)));
  }

  @Test
  public void theRoundTripIsThatOfTheSelectedPairAmongSeveralNominated() {
    WindowStats window =
        window(
            sample(
                1, inVideo("x: 1"), TRANSPORT.formatted("P2"), pair("P1", 1, 1), pair("P2", 0, 0)),
            sample(
                2,
                inVideo("x: 1"),
                TRANSPORT.formatted("P2"),
                pair("P1", 9, 2),
                pair("P2", 0.3, 3)));

    assertEquals(window.roundTripTime().orElse(0), 0.1, 1e-12);
  }

  @Test
  public void anotherSelectedPairLeavesNoRoundTrip() {
    WindowStats window =
        window(
            sample(
                1, inVideo("x: 1"), TRANSPORT.formatted("P1"), pair("P1", 1, 1), pair("P2", 0, 0)),
            sample(
                2, inVideo("x: 1"), TRANSPORT.formatted("P2"), pair("P1", 9, 2), pair("P2", 2, 3)));

    assertEquals(window.roundTripTime(), UNDEFINED);
  }

  @Test
  public void withoutASelectedPairThereIsNoRoundTrip() {
    assertEquals(window(frames(1, 1), frames(2, 2)).roundTripTime(), NOT_REPORTED);
  }

  @Test
  public void aStandstillIsToldFromSilence() {
    WindowStats receiver =
        window(
            sample(1, inVideo("packetsReceived: 50, packetsLost: 0, bytesReceived: 7")),
            sample(2, inVideo("packetsReceived: 50, packetsLost: 0, bytesReceived: 7")));
    WindowStats sending =
        window(sample(1, outVideo("packetsSent: 50")), sample(2, outVideo("packetsSent: 90")));
    WindowStats silent =
        window(sample(1, outVideo("packetsSent: 50")), sample(2, outVideo("packetsSent: 50")));

    List<Reading> stalled = receiver.figures(sending.outbound());

    assertEquals(only(stalled, MetricCatalogue.PACKET_LOSS), Measured.absent(Absence.STALLED));
    assertEquals(only(stalled, MetricCatalogue.BITRATE_IN), Measured.of(0), "measured, so kept");
    assertEquals(only(receiver.figures(silent.outbound()), MetricCatalogue.PACKET_LOSS), UNDEFINED);
    assertEquals(only(receiver.figures(List.of()), MetricCatalogue.PACKET_LOSS), UNDEFINED);
  }

  @Test
  public void aSenderOfAnotherStreamSaysNothingAboutThisOne() {
    WindowStats receiver =
        window(
            sample(1, inVideo("packetsReceived: 50, packetsLost: 0")),
            sample(2, inVideo("packetsReceived: 50, packetsLost: 0")));
    WindowStats other =
        window(
            sample(1, outVideo("packetsSent: 50").replace("ssrc: 11", "ssrc: 12")),
            sample(2, outVideo("packetsSent: 90").replace("ssrc: 11", "ssrc: 12")));

    assertEquals(only(receiver.figures(other.outbound()), MetricCatalogue.PACKET_LOSS), UNDEFINED);
  }

  private static WindowStats call(String codec, String lost, String pairOfSecond) {
    String first =
        "codecId: 'C', packetsReceived: 0, packetsLost: 0, jitterBufferDelay: 0,"
            + " jitterBufferEmittedCount: 0, concealedSamples: 0, silentConcealedSamples: 0,"
            + " totalSamplesReceived: 0";
    String second =
        "codecId: 'C', packetsReceived: 90, packetsLost: %s, jitterBufferDelay: 480,"
            + " jitterBufferEmittedCount: 9600, concealedSamples: 960, silentConcealedSamples: 0,"
            + " totalSamplesReceived: 48000";
    return window(
        sample(1, inAudio(first), codec, TRANSPORT.formatted("P"), pair("P", 0, 0)),
        sample(2, inAudio(second.formatted(lost)), codec, TRANSPORT.formatted("P"), pairOfSecond));
  }

  @Test
  public void audioMosTakesHalfTheRoundTripTheBufferAndTheGreaterLoss() {
    Measured byLoss =
        only(call(OPUS, "10", pair("P", 0.2, 2)).figures(List.of()), MetricCatalogue.AUDIO_MOS);
    Measured byConcealment =
        only(call(OPUS, "0", pair("P", 0.2, 2)).figures(List.of()), MetricCatalogue.AUDIO_MOS);
    double delayMs = 100 / 2.0 + 50 + 26.5;

    assertEquals(byLoss.orElse(0), EModel.mos(EModel.OPUS.rating(delayMs, 10)), 1e-9);
    assertEquals(byConcealment.orElse(0), EModel.mos(EModel.OPUS.rating(delayMs, 2)), 1e-9);
  }

  @Test
  public void inBandFecMakesOpusMoreRobust() {
    String fec = OPUS + ", sdpFmtpLine: 'minptime=10;useinbandfec=1'";
    Measured mos =
        only(call(fec, "10", pair("P", 0.2, 2)).figures(List.of()), MetricCatalogue.AUDIO_MOS);

    assertEquals(mos.orElse(0), EModel.mos(EModel.OPUS_FEC.rating(126.5, 10)), 1e-9);
  }

  @Test
  public void withoutARoundTripThereIsNoMos() {
    List<Reading> figures = call(OPUS, "0", pair("P", 0, 0)).figures(List.of());

    assertEquals(only(figures, MetricCatalogue.AUDIO_MOS), UNDEFINED);
    assertEquals(only(figures, MetricCatalogue.PACKET_LOSS), Measured.of(0));
  }

  @Test
  public void withoutAKnownCodecThereIsNoMos() {
    String other = "id: 'C', type: 'codec', mimeType: 'audio/PCMU'";

    assertEquals(
        only(call(other, "0", pair("P", 0.2, 2)).figures(List.of()), MetricCatalogue.AUDIO_MOS),
        UNDEFINED);
    assertEquals(
        only(
            call("id: 'X', type: 'codec'", "0", pair("P", 0.2, 2)).figures(List.of()),
            MetricCatalogue.AUDIO_MOS),
        UNDEFINED);
  }

  @Test
  public void everyFigureHasItsTrack() {
    List<Reading> figures = call(OPUS, "0", pair("P", 0.2, 2)).figures(List.of());

    assertEquals(
        figures.stream().map(Reading::track).map(Track::label).distinct().toList(),
        List.of("audio in 12", "connection"));
  }

  private static RawSample stopping(int number, int received, int sent) {
    return sample(
        number,
        inVideo("packetsReceived: %d, packetsLost: 0".formatted(received)),
        outVideo("packetsSent: " + sent));
  }

  private static Measured loss(RawSample... samples) {
    WindowStats window = window(samples);
    return only(window.figures(window.outbound()), MetricCatalogue.PACKET_LOSS);
  }

  @Test
  public void whatStopsForGoodHasNoLossOfNought() {
    Measured stopped =
        loss(stopping(1, 10, 10), stopping(2, 40, 40), stopping(3, 40, 70), stopping(4, 40, 99));

    assertEquals(stopped, Measured.absent(Absence.STALLED));
  }

  @Test
  public void aPauseThatEndsBeforeTheWindowDoesIsNoStandstill() {
    Measured resumed =
        loss(stopping(1, 10, 10), stopping(2, 10, 40), stopping(3, 10, 70), stopping(4, 40, 99));

    assertEquals(resumed, Measured.of(0));
  }

  @Test
  public void silenceOfTheSenderIsNoStandstill() {
    Measured silent =
        loss(stopping(1, 10, 10), stopping(2, 40, 40), stopping(3, 40, 40), stopping(4, 40, 40));

    assertEquals(silent, Measured.of(0));
  }
}
