package dev.parley.harness.network;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.endpoint.Lease;
import dev.parley.harness.stats.ReceivedTotals;
import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelaySocket;
import dev.parley.network.relay.RelayTruth;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageMessage;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Two browsers in a call over a relay, joined as directly as can be. */
final class RelayedCall implements AutoCloseable {
  static final String OFFERER = "offerer";
  static final String ANSWERER = "answerer";
  static final List<String> BOTH = List.of(OFFERER, ANSWERER);
  private static final int PER_ADDRESS = 40;

  private final CallPlan plan;
  private final PageServer server = PageServer.start(PageServerOptions.defaults());
  private final RelayCall relay;
  private final Heard heard;
  private final PageCall pages;
  private final Map<String, Lease> leases = new HashMap<>();

  RelayedCall(EndpointPool pool, Relay relays, CallPlan plan) {
    this.plan = plan;
    relay =
        relays.open(
            new RelayPlan(
                "c",
                7,
                List.of(
                    new RelayPlan.Seat(OFFERER, NetworkProfile.ideal(), null),
                    new RelayPlan.Seat(ANSWERER, plan.answererNetwork(), null)),
                null));
    ProbeReports reports = new ProbeReports(relay);
    heard =
        new Heard(
            (participant, pc, name, data) -> {
              if (plan.told().test(participant + " " + name)) {
                var unused = reports.take(participant, pc, name, data);
              }
            });
    pages = server.openCall("c", BOTH, heard);
    server.addModules("relay", RelayedCall.class.getClassLoader(), "relay-tricks");
    try {
      leases.put(OFFERER, pool.lease(find(plan.offerer())));
      leases.put(ANSWERER, pool.lease(find(plan.answerer())));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static dev.parley.harness.endpoint.Endpoint find(String spec) {
    return new EndpointFinder().find(EndpointSpec.parse(spec));
  }

  RelayCall relay() {
    return relay;
  }

  Heard heard() {
    return heard;
  }

  /** Opens both pages, gives them sockets, makes the call, and waits for media both ways. */
  RelayedCall connect() {
    BOTH.forEach(this::join);
    BOTH.forEach(name -> run(name, "relay", sockets(name)));
    for (String name : BOTH) {
      run(name, "load-module", Map.of("path", "x/relay/tricks.js"));
      plan.tricks().forEach(trick -> run(name, trick, Map.of()));
      prepare(name);
    }
    run(OFFERER, "offer", Map.of("peer", ANSWERER));
    BOTH.forEach(this::awaitMedia);
    return this;
  }

  /** Opens a participant's page. */
  void join(String name) {
    lease(name).open(pages.pageUri(name));
    joined(name);
  }

  /** Has a page of one's own take a participant's place, which knows no probe. */
  void joinPlain(String name) {
    String query = "?call=c&participant=" + name;
    lease(name).open(server.uri().resolve("x/relay/plain.html" + query));
    joined(name);
  }

  private void joined(String name) {
    var unused = pages.joined(name).orTimeout(40, TimeUnit.SECONDS).join();
  }

  private Lease lease(String name) {
    return Optional.ofNullable(leases.get(name)).orElseThrow();
  }

  /** The arguments of the command {@code relay}, with fresh sockets. */
  Map<String, Object> sockets(String name) {
    List<RelaySocket> own = relay.lease(name, PER_ADDRESS).stream().filter(plan.leased()).toList();
    return Map.of("own", spots(own), "known", spots(relay.sockets()));
  }

  private static List<Map<String, Object>> spots(Collection<RelaySocket> sockets) {
    return sockets.stream()
        .map(each -> Map.<String, Object>of("address", each.address(), "port", each.port()))
        .toList();
  }

  void prepare(String name) {
    String peer = other(name);
    boolean offers = name.equals(OFFERER);
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("peers", List.of(peer));
    arguments.put("offererOf", offers ? List.of(peer) : List.of());
    arguments.put("polite", !offers);
    arguments.put("media", Map.of("audio", "page", "video", "page"));
    arguments.put("rtc", plan.rtc());
    arguments.put("sampleIntervalMs", 250);
    run(name, "prepare", arguments);
  }

  static String other(String name) {
    return name.equals(OFFERER) ? ANSWERER : OFFERER;
  }

  JsonNode run(String name, String command, Object arguments) {
    return pages.command(name, command, arguments).orTimeout(40, TimeUnit.SECONDS).join();
  }

  void awaitMedia(String name) {
    heard.await(
        name + "'s first packets and picture",
        () ->
            heard.events(name, "first-packet").size() >= 2
                && !heard.events(name, "first-frame").isEmpty());
  }

  /** Restarts ICE, and waits until both have selected a pair of the new generation. */
  void restart(String name) {
    Map<String, String> before = Map.of(OFFERER, ufrag(OFFERER), ANSWERER, ufrag(ANSWERER));
    run(name, "restart-ice", Map.of("peer", other(name)));
    for (String each : BOTH) {
      heard.await(
          each + " to send to the new generation",
          () ->
              !ufrag(each).equals(before.get(each))
                  && selected(each).count() > 0
                  && selected(each).allMatch(local -> local.equals(ufrag(each))));
    }
  }

  private String ufrag(String name) {
    List<JsonNode> all =
        heard.events(name, "relay-credentials").stream()
            .filter(each -> each.path("own").booleanValue())
            .toList();
    return all.get(all.size() - 1).path("ufrag").asString("");
  }

  /** The fragments of the local ends of the pairs selected in the last report. */
  private Stream<String> selected(String name) {
    JsonNode report = report(name);
    return stats(report, "transport")
        .map(transport -> transport.path("selectedCandidatePairId").asString(""))
        .map(pair -> byId(report, pair).path("localCandidateId").asString(""))
        .map(local -> byId(report, local).path("usernameFragment").asString(""));
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

  private Map<Long, Long> packets(String name) {
    Map<Long, Long> packets = new HashMap<>();
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

  /** That both received nothing but what the relay delivered, which is not nothing. */
  void assertNoBypass() {
    for (String name : BOTH) {
      run(name, "sample-now", Map.of());
      assertEquals(bypass(name, "pc1"), Optional.empty());
      assertTrue(ReceivedTotals.of(report(name)).bytes() > 10_000, report(name).toString());
    }
  }

  /** That the loss a participant saw is the loss applied, on each stream; returns the losses. */
  long assertLossSeenIsLossApplied(String name) {
    run(name, "sample-now", Map.of());
    JsonNode report = report(name);
    List<FlowTruth> flows = truth(name).received();
    long lost = 0;
    List<JsonNode> streams = stats(report, "inbound-rtp").toList();
    assertEquals(streams.size(), 2, streams.toString());
    for (JsonNode stream : streams) {
      long ssrc = stream.path("ssrc").asLong(0);
      FlowTruth flow =
          flows.stream()
              .filter(each -> each.ssrc() == ssrc)
              .findFirst()
              .orElseThrow(() -> new AssertionError(ssrc + " is not among " + flows));
      long seen = stream.path("packetsLost").asLong(-1);
      double allowed = Math.max(3, 0.005 * flow.sent());
      assertTrue(Math.abs(seen - flow.lost()) <= allowed, name + " saw " + stream + ", " + flow);
      lost += flow.lost();
    }
    return lost;
  }

  @Override
  public void close() {
    try (server;
        relay) {
      leases.values().forEach(Lease::close);
    }
  }
}
