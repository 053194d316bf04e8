package dev.parley.harness.network;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.stats.ReceivedTotals;
import dev.parley.network.model.FlowTruth;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayTruth;
import dev.parley.pages.PageMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the pages of a call say, beside what the relay did. */
record Evidence(Heard heard, RelayCall relay) {

  /** Waits until a participant hears and sees the other. */
  void awaitMedia(String name) {
    heard.await(
        name + "'s first packets and picture",
        () ->
            heard.events(name, "first-packet").size() >= 2
                && !heard.events(name, "first-frame").isEmpty());
  }

  /** Waits for so many RTP packets of each stream to a participant, from now on. */
  void awaitPackets(String name, int count) {
    Map<Long, Long> before = packets(name);
    heard.await(
        count + " packets of each stream to " + name + " from now on",
        () ->
            packets(name).size() >= 2
                && packets(name).entrySet().stream()
                    .allMatch(
                        each -> each.getValue() >= before.getOrDefault(each.getKey(), 0L) + count));
  }

  /** The newest fragment of a participant's own credentials. */
  String ufrag(String name) {
    List<JsonNode> all =
        heard.events(name, "relay-credentials").stream()
            .filter(each -> each.path("own").booleanValue())
            .toList();
    return all.get(all.size() - 1).path("ufrag").asString("");
  }

  /** Whether the pairs selected in the last report are of the last generation. */
  boolean isOnNewestGeneration(String name) {
    List<String> ends = selected(name).toList();
    return !ends.isEmpty() && ends.stream().allMatch(end -> end.equals(ufrag(name)));
  }

  private Stream<String> selected(String name) {
    JsonNode report = report(name);
    return stats(report, "transport")
        .map(transport -> transport.path("selectedCandidatePairId").asString(""))
        .map(pair -> byId(report, pair).path("localCandidateId").asString(""))
        .map(local -> byId(report, local).path("usernameFragment").asString(""));
  }

  /** Packets received so far, by SSRC; none before the first report. */
  Map<Long, Long> packets(String name) {
    Map<Long, Long> packets = new HashMap<>();
    if (heard.reports(name).isEmpty()) {
      return packets;
    }
    stats(report(name), "inbound-rtp")
        .forEach(
            each ->
                packets.put(each.path("ssrc").asLong(0), each.path("packetsReceived").asLong(0)));
    return packets;
  }

  /** The newest report of a participant. */
  JsonNode report(String name) {
    List<PageMessage.Stats> all = heard.reports(name);
    if (all.isEmpty()) {
      throw new AssertionError("no report of " + name);
    }
    return all.get(all.size() - 1).report();
  }

  static Stream<JsonNode> stats(JsonNode report, String type) {
    return StreamSupport.stream(report.spliterator(), false)
        .filter(each -> each.path("type").asString("").equals(type));
  }

  private static JsonNode byId(JsonNode report, String id) {
    return StreamSupport.stream(report.spliterator(), false)
        .filter(each -> each.path("id").asString("").equals(id))
        .findFirst()
        .orElse(report);
  }

  /** What a participant received past the relay; empty where nothing did. */
  Optional<String> bypass(String name, String pc) {
    ReceivedTotals seen = ReceivedTotals.of(report(name));
    return Bypass.of(name, pc, seen, truth(name), 0);
  }

  RelayTruth.OfParticipant truth(String name) {
    return Optional.ofNullable(relay.truth().participants().get(name)).orElseThrow();
  }

  /** That a participant received nothing but what the relay delivered, which is not nothing. */
  void assertNoBypass(String name) {
    assertEquals(bypass(name, "pc1"), Optional.empty());
    assertTrue(ReceivedTotals.of(report(name)).bytes() > 10_000, report(name).toString());
  }

  /** That the loss a participant saw is the loss applied, on each stream; returns the losses. */
  long assertLossSeenIsLossApplied(String name) {
    JsonNode report = report(name);
    long lost = 0;
    List<JsonNode> streams = stats(report, "inbound-rtp").toList();
    assertEquals(streams.size(), 2, streams.toString());
    for (JsonNode stream : streams) {
      long ssrc = stream.path("ssrc").asLong(0);
      FlowTruth flow = flow(name, ssrc);
      long seen = stream.path("packetsLost").asLong(-1);
      double allowed = Math.max(3, 0.005 * flow.sent());
      assertTrue(Math.abs(seen - flow.lost()) <= allowed, name + " saw " + stream + ", " + flow);
      lost += flow.lost();
    }
    return lost;
  }

  private FlowTruth flow(String name, long ssrc) {
    List<FlowTruth> flows = truth(name).received();
    return flows.stream()
        .filter(each -> each.ssrc() == ssrc)
        .findFirst()
        .orElseThrow(() -> new AssertionError(ssrc + " is not among " + flows));
  }
}
