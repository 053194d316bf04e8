package dev.parley.harness.stats;

import dev.parley.harness.endpoint.Family;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.Reading;
import java.util.List;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hand-written getStats reports: names and texts may go unquoted or in single quotes. */
final class Raw {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private Raw() {}

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** The n-th sample, taken at n seconds, of stats objects that all have that timestamp. */
  static RawSample sample(long number, String... objects) {
    StringBuilder array = new StringBuilder();
    for (String object : objects) {
      array.append(array.isEmpty() ? "" : ",").append("{timestamp: ").append(number * 1000);
      array.append(", ").append(object).append("}");
    }
    return new RawSample("pc1", number, number * 1000, json("[" + array + "]"));
  }

  static String inVideo(String members) {
    return "id: 'IV', type: 'inbound-rtp', kind: 'video', mid: '1', ssrc: 11, " + members;
  }

  static String inAudio(String members) {
    return "id: 'IA', type: 'inbound-rtp', kind: 'audio', mid: '0', ssrc: 12, " + members;
  }

  static String outVideo(String members) {
    return "id: 'OV', type: 'outbound-rtp', kind: 'video', mid: '1', ssrc: 11, " + members;
  }

  static CapabilityMap nothingKnown() {
    return new CapabilityMap(Family.CHROME, "1");
  }

  static WindowStats window(RawSample... samples) {
    return WindowStats.between(List.of(samples), 0, 1e9, nothingKnown());
  }

  static InboundFlow inbound(RawSample... samples) {
    return window(samples).inbound().get(0);
  }

  static OutboundFlow outbound(RawSample... samples) {
    return window(samples).outbound().get(0);
  }

  /** The only reading of a metric. */
  static Measured only(List<Reading> readings, Metric metric) {
    List<Measured> found =
        readings.stream()
            .filter(reading -> reading.metric().equals(metric.id()))
            .map(reading -> new Measured(reading.value(), reading.absent()))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("found " + found + " for " + metric.id() + ", expected one");
    }
    return found.get(0);
  }
}
