package dev.parley.harness.server;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.endpoint.Endpoint;
import dev.parley.harness.endpoint.EndpointException;
import dev.parley.harness.endpoint.EndpointFinder;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.harness.endpoint.EndpointSpec;
import dev.parley.harness.endpoint.LaunchOptions;
import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.ServerProgram;
import dev.parley.harness.network.AppliedLoss;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.RelayPlan.Seat;
import dev.parley.network.relay.RelayTruth;
import dev.parley.network.relay.Relays;
import dev.parley.pages.PageMessage;
import dev.parley.pages.PageServer;
import dev.parley.pages.PageServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real browsers whose far end, or the way to it, is a server without a probe and without a link.
 */
@SuppressWarnings("NullAway.Init") // TestNG sets the fields up
@Test(groups = "browser")
public final class ServersInCallsTest extends OwnServers {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration MEASURE = Duration.ofSeconds(30);
  private static final long AUDIO_PACKETS = 300;
  private static final double LOSS = 0.1;
  private static final double DELAY_MS = 40;
  private static final JsonNode ECHO =
      JsonMapper.shared().createObjectNode().put("audio", true).put("video", true);

  /** Loses a tenth of what is sent, and holds everything up by 40 ms each way. */
  private static final NetworkProfile LOSSY =
      new NetworkProfile(
          "lossy-up",
          "for this test",
          LinkProfile.IDEAL
              .withDelay(Duration.ofMillis((long) DELAY_MS))
              .withLoss(new Loss.Independent(LOSS)),
          LinkProfile.IDEAL.withDelay(Duration.ofMillis((long) DELAY_MS)),
          Schedule.NONE);

  private OwnedRun browsers;
  private EndpointPool pool;
  private PageServer pages;
  private Relay relay;

  @BeforeClass(alwaysRun = true)
  void launch() {
    browsers = OwnedRun.begin();
    pool = new EndpointPool(browsers, LaunchOptions.defaults());
    pages = PageServer.start(PageServerOptions.defaults());
    relay = Relays.start();
  }

  @AfterClass(alwaysRun = true)
  void quit() {
    relay.close();
    pages.close();
    pool.close();
    browsers.close();
  }

  private static Endpoint find(String family) {
    try {
      return new EndpointFinder().find(EndpointSpec.parse(family));
    } catch (EndpointException e) {
      throw new SkipException(e.getMessage());
    }
  }

  @DataProvider
  Object[][] echoes() {
    return new Object[][] {
      {"chrome", Janus.Ice.FULL},
      {"chrome", Janus.Ice.LITE},
      {"firefox", Janus.Ice.FULL},
      {"firefox", Janus.Ice.LITE},
    };
  }

  @Test(dataProvider = "echoes")
  public void aCallToJanusCrossesTheBrowsersOwnLinkOnceEachWay(String family, Janus.Ice ice) {
    require(ServerProgram.JANUS);
    require(ServerProgram.TURNSERVER);
    Endpoint endpoint = find(family);
    RelayPlan plan =
        new RelayPlan(
            "janus-" + family + "-" + ice, 1, List.of(new Seat("page", LOSSY, null)), null);
    try (Janus janus = Janus.start(run, here, ice);
        Coturn coturn = Coturn.start(run, here);
        RelayedCall call = new RelayedCall(pages, relay, plan, List.of("janus"))) {
      call.open("page", pool.lease(endpoint));
      try (JanusParticipant seat =
          JanusParticipant.join(call.seat("janus"), janus.attach("echotest"), ECHO)) {
        call.prepare(
            Map.of("iceServers", List.of(Map.of("urls", coturn.stunUrl()))), List.of("janus"));
        call.offer("janus");
        seat.awaitUp(CONNECT);
        mediaComesBack(call, "page");
        call.command("page", "sample-now", Map.of());
        Samples seen = call.samples("page");
        RelayTruth.OfParticipant truth = call.truth("page");
        crossedOnce(seen, truth);
        aTenthIsMissing(seen, truth.up());
        coturnToldOfAnAddress(seen);
        nothingPassedBy(call);
      }
    }
  }

  private static void mediaComesBack(RelayedCall call, String name) {
    call.await(name, "first frame", CONNECT, it -> it.isConnected() && it.has("first-frame"));
    call.await(
        name,
        AUDIO_PACKETS + " audio packets",
        MEASURE,
        it -> it.sum("inbound-rtp", "audio", "packetsReceived") >= AUDIO_PACKETS);
  }

  /** Twice on the same link would double the round trip, and what came to it. */
  private static void crossedOnce(Samples seen, RelayTruth.OfParticipant truth) {
    double roundTrip = seen.leastRoundTripMs().orElseThrow();
    assertTrue(roundTrip >= 2 * DELAY_MS - 1, roundTrip + " ms");
    assertTrue(roundTrip < 4 * DELAY_MS - 1, roundTrip + " ms");
    long sent =
        seen.sum("outbound-rtp", "audio", "packetsSent")
            + seen.sum("outbound-rtp", "video", "packetsSent");
    // Beside RTP there are checks, DTLS and RTCP, and what came after the sample.
    assertTrue(
        truth.up().offered() >= 0.9 * sent && truth.up().offered() < 1.6 * sent,
        truth.up().offered() + " came to the uplink, the browser sent " + sent + " of RTP");
  }

  /** In the ballpark: what is lost follows chance, and each side counts it over its own packets. */
  private static void aTenthIsMissing(Samples seen, LinkTruth up) {
    double applied = up.dropped().getOrDefault(DropCause.LOSS, 0L) / (double) up.offered();
    assertTrue(Math.abs(applied - LOSS) < 0.05, "applied " + applied);
    double lost = seen.sum("inbound-rtp", "audio", "packetsLost");
    double share = lost / (lost + seen.sum("inbound-rtp", "audio", "packetsReceived"));
    assertTrue(Math.abs(share - applied) < 0.08, "applied " + applied + ", came back " + share);
  }

  private static void coturnToldOfAnAddress(Samples seen) {
    List<String> candidates =
        seen.named("local-candidate").map(each -> each.path("candidate").asString("")).toList();
    assertTrue(
        candidates.stream().anyMatch(line -> line.contains("typ srflx")), candidates.toString());
  }

  private static void nothingPassedBy(RelayedCall call) {
    var found = call.conclude();
    assertEquals(found.faults(), List.of());
    assertTrue(found.selfTest().isEmpty(), found.selfTest().toString());
  }

  @Test
  public void aCallOverTurnCrossesEachLinkOnceAndNothingElse() {
    require(ServerProgram.TURNSERVER);
    Endpoint offerer = find("chrome");
    Endpoint answerer = find("firefox");
    RelayPlan plan =
        new RelayPlan(
            "turn",
            1,
            List.of(
                new Seat("offerer", LOSSY, null),
                new Seat("answerer", NetworkProfile.ideal(), null)),
            null);
    try (Coturn coturn = Coturn.start(run, here);
        RelayedCall call = new RelayedCall(pages, relay, plan, List.of())) {
      call.open("offerer", pool.lease(offerer));
      call.open("answerer", pool.lease(answerer));
      call.prepare(
          Map.of(
              "iceServers",
              List.of(
                  Map.of(
                      "urls", coturn.turnUrl("udp"),
                      "username", coturn.username(),
                      "credential", coturn.password())),
              "iceTransportPolicy",
              "relay"),
          List.of("answerer"));
      call.offer("answerer");
      mediaComesBack(call, "answerer");
      mediaComesBack(call, "offerer");
      for (String name : List.of("offerer", "answerer")) {
        goesOverTurn(call.samples(name), name);
        double roundTrip = call.samples(name).leastRoundTripMs().orElseThrow();
        assertTrue(roundTrip >= 2 * DELAY_MS - 1, name + ": " + roundTrip + " ms");
        assertTrue(roundTrip < 4 * DELAY_MS - 1, name + ": " + roundTrip + " ms");
      }
      lossIsWhatWasApplied(call, "answerer");
      lossIsWhatWasApplied(call, "offerer");
      nothingPassedBy(call);
    }
  }

  private static void goesOverTurn(Samples seen, String name) {
    List<String> candidates =
        seen.named("local-candidate")
            .map(each -> each.path("candidate").asString(""))
            .filter(line -> !line.isEmpty())
            .toList();
    assertFalse(candidates.isEmpty(), name);
    assertTrue(candidates.stream().allMatch(it -> it.contains("typ relay")), name + candidates);
  }

  /** Between its first sample with sound and its last, on the one SSRC. */
  private static void lossIsWhatWasApplied(RelayedCall call, String name) {
    List<PageMessage.Stats> heard =
        call.samples(name).stats().stream()
            .filter(each -> Samples.sum(each, "inbound-rtp", "audio", "packetsReceived") > 0)
            .toList();
    PageMessage.Stats first = heard.get(0);
    PageMessage.Stats last = heard.get(heard.size() - 1);
    AppliedLoss applied =
        call.network()
            .applied(
                name,
                last.pc(),
                Samples.sum(last, "inbound-rtp", "audio", "ssrc"),
                first.number(),
                last.number())
            .orElseThrow();
    long lost =
        Samples.sum(last, "inbound-rtp", "audio", "packetsLost")
            - Samples.sum(first, "inbound-rtp", "audio", "packetsLost");
    assertTrue(applied.expected() > AUDIO_PACKETS / 2, applied.toString());
    assertTrue(applied.agreesWith((double) lost), name + " lost " + lost + ", applied: " + applied);
    assertEquals(name.equals("answerer"), applied.lost() > 0, name + ": " + applied);
  }
}
