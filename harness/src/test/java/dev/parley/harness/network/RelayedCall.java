package dev.parley.harness.network;

import dev.parley.harness.endpoint.Lease;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelaySocket;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
  private final Evidence evidence;
  private final PageCall pages;
  private final Map<String, Lease> leases;

  /** Takes the browsers over: they are given back when the call is closed. */
  RelayedCall(List<Lease> browsers, Relay relays, CallPlan plan) {
    this.plan = plan;
    leases = Map.of(OFFERER, browsers.get(0), ANSWERER, browsers.get(1));
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
    evidence = new Evidence(heard, relay);
    pages = server.openCall("c", BOTH, heard);
    server.addModules("relay", RelayedCall.class.getClassLoader(), "relay-tricks");
  }

  RelayCall relay() {
    return relay;
  }

  Evidence evidence() {
    return evidence;
  }

  Heard heard() {
    return heard;
  }

  /** Opens both pages, gives them sockets, makes the call, and waits for media both ways. */
  RelayedCall connect() {
    return connectWithTricksOf(BOTH);
  }

  /** As above, with only some playing tricks. */
  RelayedCall connectWithTricksOf(List<String> tricksters) {
    BOTH.forEach(this::join);
    giveSockets(BOTH);
    for (String name : BOTH) {
      run(name, "load-module", Map.of("path", "x/relay/tricks.js"));
      if (tricksters.contains(name)) {
        plan.tricks().forEach(trick -> run(name, trick, Map.of()));
      }
      prepare(name);
    }
    run(OFFERER, "offer", Map.of("peer", ANSWERER));
    BOTH.forEach(evidence::awaitMedia);
    return this;
  }

  /** Has a page answer that knows no probe; its browser is not behind any link. */
  void connectToPlainAnswerer() {
    join(OFFERER);
    joinPlain(ANSWERER);
    giveSockets(List.of(OFFERER));
    prepare(OFFERER);
    run(OFFERER, "offer", Map.of("peer", ANSWERER));
    evidence.awaitMedia(OFFERER);
  }

  /** Opens a participant's page. */
  void join(String name) {
    lease(name).open(pages.pageUri(name));
    joined(name);
  }

  private void joinPlain(String name) {
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

  /** Gives everybody sockets, and tells everybody of all of them. */
  void giveSockets(List<String> names) {
    Map<String, List<RelaySocket>> own = new HashMap<>();
    for (String name : names) {
      own.put(name, relay.lease(name, PER_ADDRESS).stream().filter(plan.leased()).toList());
    }
    own.forEach(
        (name, each) ->
            run(name, "relay", Map.of("own", spots(each), "known", spots(relay.sockets()))));
  }

  private static List<Map<String, Object>> spots(Collection<RelaySocket> sockets) {
    return sockets.stream()
        .map(each -> Map.<String, Object>of("address", each.address(), "port", each.port()))
        .toList();
  }

  private void prepare(String name) {
    String peer = other(name);
    boolean offers = name.equals(OFFERER);
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("peers", List.of(peer));
    arguments.put("offererOf", offers ? List.of(peer) : List.of());
    arguments.put("polite", !offers);
    arguments.put("media", Map.of("audio", plan.audio(), "video", "page"));
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

  /** Restarts ICE, and waits until both have selected a pair of the new generation. */
  void restart(String name) {
    Map<String, String> before =
        Map.of(OFFERER, evidence.ufrag(OFFERER), ANSWERER, evidence.ufrag(ANSWERER));
    run(name, "restart-ice", Map.of("peer", other(name)));
    for (String each : BOTH) {
      heard.await(
          each + " to send to the new generation",
          () ->
              !evidence.ufrag(each).equals(before.get(each))
                  && evidence.isOnNewestGeneration(each));
    }
  }

  /** That both received nothing but what the relay delivered, which is not nothing. */
  void assertNoBypass() {
    BOTH.forEach(name -> sampled(name).assertNoBypass(name));
  }

  /** What there is to know, with a report taken just now. */
  Evidence sampled(String name) {
    run(name, "sample-now", Map.of());
    return evidence;
  }

  @Override
  public void close() {
    try (server;
        relay) {
      leases.values().forEach(Lease::close);
    }
  }
}
