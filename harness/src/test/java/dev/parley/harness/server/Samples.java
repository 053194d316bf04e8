package dev.parley.harness.server;

import dev.parley.pages.PageMessage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What one page has said so far.
 *
 * @param events in their order
 * @param stats in their order
 */
record Samples(List<PageMessage.Event> events, List<PageMessage.Stats> stats) {

  /** The states and errors that it went through, for messages. */
  List<String> states() {
    return events.stream()
        .filter(
            each ->
                each.name().equals("connection")
                    || each.name().equals("ice-connection")
                    || each.name().equals("error")
                    || each.name().equals("candidate-error"))
        .map(each -> each.name() + each.data())
        .toList();
  }

  boolean has(String event) {
    return events.stream().anyMatch(each -> each.name().equals(event));
  }

  boolean isConnected() {
    return named("connection")
        .anyMatch(data -> data.path("state").asString("").equals("connected"));
  }

  /** The data of the events of a name. */
  Stream<JsonNode> named(String event) {
    return events.stream().filter(each -> each.name().equals(event)).map(PageMessage.Event::data);
  }

  PageMessage.Stats last() {
    if (stats.isEmpty()) {
      throw new AssertionError("not a single sample");
    }
    return stats.get(stats.size() - 1);
  }

  /** A member summed over all objects of a type and kind in the last sample; 0 without any. */
  long sum(String type, String kind, String member) {
    return stats.isEmpty() ? 0 : sum(last(), type, kind, member);
  }

  static long sum(PageMessage.Stats sample, String type, String kind, String member) {
    return of(sample, type)
        .filter(each -> each.path("kind").asString("").equals(kind))
        .mapToLong(each -> each.path(member).asLong(0))
        .sum();
  }

  static Stream<JsonNode> of(PageMessage.Stats sample, String type) {
    return StreamSupport.stream(sample.report().spliterator(), false)
        .filter(each -> each.path("type").asString("").equals(type));
  }

  /** The least round trip in ms that any sample names; empty where the browser names none. */
  OptionalDouble leastRoundTripMs() {
    return stats.stream()
        .flatMapToDouble(
            sample ->
                DoubleStream.concat(
                    positive(sample, "candidate-pair", "currentRoundTripTime"),
                    positive(sample, "remote-inbound-rtp", "roundTripTime")))
        .map(seconds -> seconds * 1000)
        .min();
  }

  private static DoubleStream positive(PageMessage.Stats sample, String type, String member) {
    return of(sample, type)
        .mapToDouble(each -> each.path(member).asDouble(0))
        .filter(seconds -> seconds > 0);
  }
}
