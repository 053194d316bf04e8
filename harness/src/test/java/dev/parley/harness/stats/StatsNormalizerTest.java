package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.inVideo;
import static dev.parley.harness.stats.Raw.nothingKnown;
import static dev.parley.harness.stats.Raw.only;
import static dev.parley.harness.stats.Raw.outVideo;
import static dev.parley.harness.stats.Raw.sample;
import static dev.parley.reports.metrics.Measured.NOT_REPORTED;
import static dev.parley.reports.metrics.Measured.UNDEFINED;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.endpoint.Family;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import java.util.List;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

public class StatsNormalizerTest {
  private StatsNormalizer normalizer = new StatsNormalizer(nothingKnown());

  @BeforeMethod
  public void freshNormalizer() {
    normalizer = new StatsNormalizer(nothingKnown());
  }

  private List<Reading> readings(RawSample sample) {
    return normalizer.accept(sample).orElseThrow().readings();
  }

  @Test
  public void theFirstSampleHasNoInterval() {
    assertEquals(readings(sample(1, inVideo("bytesReceived: 100"))), List.of());
  }

  @Test
  public void anIntervalIsOverTheObjectsOwnTimestamps() {
    readings(sample(1, inVideo("bytesReceived: 100, framesDecoded: 10")));
    RawSample later =
        new RawSample(
            "pc1", 2, 9e9, sample(3, inVideo("bytesReceived: 1100, framesDecoded: 70")).report());

    List<Reading> readings = readings(later);

    assertEquals(only(readings, MetricCatalogue.BITRATE_IN), Measured.of(4000));
    assertEquals(only(readings, MetricCatalogue.FRAME_RATE_IN), Measured.of(30));
  }

  @Test
  public void aSampleRightAfterAnotherEndsNoInterval() {
    readings(sample(1, inVideo("bytesReceived: 100")));
    RawSample extra =
        new RawSample("pc1", 2, 1030, sample(1, inVideo("bytesReceived: 2500")).report());
    RawSample next =
        new RawSample("pc1", 3, 2000, sample(2, inVideo("bytesReceived: 5100")).report());

    assertEquals(readings(extra), List.of());
    assertEquals(only(readings(next), MetricCatalogue.BITRATE_IN), Measured.of(40000));
  }

  @Test
  public void anIntervalWithoutLengthHasNoRate() {
    readings(sample(1, inVideo("bytesReceived: 100")));
    RawSample cached =
        new RawSample("pc1", 2, 2000, sample(1, inVideo("bytesReceived: 100")).report());

    assertEquals(only(readings(cached), MetricCatalogue.BITRATE_IN), UNDEFINED);
  }

  @Test
  public void lossAndFreezesAreNotTakenSampleBySample() {
    readings(sample(1, inVideo("packetsLost: 0, packetsReceived: 0, totalFreezesDuration: 0")));
    List<Reading> readings =
        readings(sample(2, inVideo("packetsLost: 1, packetsReceived: 9, totalFreezesDuration: 1")));

    assertTrue(
        readings.stream()
            .map(Reading::metric)
            .noneMatch(metric -> List.of("packet-loss", "freeze-ratio").contains(metric)));
  }

  @Test
  public void anotherSsrcIsAnotherStreamWithoutAnInterval() {
    readings(sample(1, inVideo("bytesReceived: 100")));
    List<Reading> readings =
        readings(sample(2, inVideo("bytesReceived: 1100").replace("ssrc: 11", "ssrc: 99")));

    assertEquals(only(readings, MetricCatalogue.BITRATE_IN), UNDEFINED);
    assertEquals(readings.get(0).track().ssrc(), 99L);
  }

  @Test
  public void anotherIdIsAnotherStreamWithoutAnInterval() {
    readings(sample(1, inVideo("bytesReceived: 100")));
    List<Reading> readings =
        readings(sample(2, inVideo("bytesReceived: 1100").replace("'IV'", "'IV2'")));

    assertEquals(only(readings, MetricCatalogue.BITRATE_IN), UNDEFINED);
  }

  @Test
  public void timestampsThatStandStillOrGoBackLeaveNoRate() {
    RawSample first = sample(5, inVideo("bytesReceived: 100"));
    readings(first);
    RawSample still = new RawSample("pc1", 6, 6000, first.report());
    RawSample back =
        new RawSample("pc1", 7, 7000, sample(1, inVideo("bytesReceived: 900")).report());

    assertEquals(only(readings(still), MetricCatalogue.BITRATE_IN), UNDEFINED);
    assertEquals(only(readings(back), MetricCatalogue.BITRATE_IN), UNDEFINED);
  }

  @Test
  public void aSampleThatCameTwiceOrLateIsLeftOut() {
    readings(sample(2, inVideo("bytesReceived: 100")));

    assertTrue(normalizer.accept(sample(2, inVideo("bytesReceived: 500"))).isEmpty());
    assertTrue(normalizer.accept(sample(1, inVideo("bytesReceived: 50"))).isEmpty());
    assertEquals(
        only(readings(sample(3, inVideo("bytesReceived: 1100"))), MetricCatalogue.BITRATE_IN),
        Measured.of(8000));
  }

  @Test
  public void missedSamplesAreCounted() {
    assertEquals(normalizer.accept(sample(1)).orElseThrow().missedBefore(), 0);
    assertEquals(normalizer.accept(sample(5)).orElseThrow().missedBefore(), 3);
    assertEquals(normalizer.accept(sample(6)).orElseThrow().missedBefore(), 0);
  }

  @Test
  public void aStreamThatIsGoneHasNoReadings() {
    readings(sample(1, inVideo("bytesReceived: 100")));

    assertEquals(readings(sample(2)), List.of());
  }

  @Test
  public void aMemberOnRecordIsOnlyNotThereYet() {
    normalizer = new StatsNormalizer(new CapabilityMap(Family.CHROME, "156.0.1.2"));
    readings(sample(1, outVideo("bytesSent: 0")));
    List<Reading> readings = readings(sample(2, outVideo("bytesSent: 10")));

    assertEquals(only(readings, MetricCatalogue.LIMITED_BY_CPU), UNDEFINED);
  }

  @Test
  public void aMemberThatFirefoxLacksIsNotReported() {
    normalizer = new StatsNormalizer(new CapabilityMap(Family.FIREFOX, "153.7.0"));
    readings(sample(1, outVideo("bytesSent: 0")));
    List<Reading> readings = readings(sample(2, outVideo("bytesSent: 10")));

    assertEquals(only(readings, MetricCatalogue.LIMITED_BY_CPU), NOT_REPORTED);
    assertEquals(only(readings, MetricCatalogue.LIMITED_BY_BANDWIDTH), NOT_REPORTED);
    assertEquals(only(readings, MetricCatalogue.ENCODE_TIME), UNDEFINED);
  }

  @Test
  public void aTransportIsToldWhenItChangesAndNotOtherwise() {
    String transport = "id: 'T', type: 'transport', dtlsState: '%s'";

    assertEquals(transports(sample(1, transport.formatted("connecting"))), List.of("connecting"));
    assertEquals(transports(sample(2, transport.formatted("connecting"))), List.of());
    assertEquals(transports(sample(3, transport.formatted("connected"))), List.of("connected"));
  }

  private List<String> transports(RawSample sample) {
    return normalizer.accept(sample).orElseThrow().transports().stream()
        .map(transport -> String.valueOf(transport.dtlsState()))
        .toList();
  }
}
