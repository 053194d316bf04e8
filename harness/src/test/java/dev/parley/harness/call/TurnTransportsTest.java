package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.CallUnsupported;
import dev.parley.harness.network.CallNetwork;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.relay.Relay;
import dev.parley.network.relay.RelayPlan;
import dev.parley.network.relay.Relays;
import dev.parley.reports.log.RunClock;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

/** TURN that the relay cannot impair. */
public final class TurnTransportsTest {
  private static final NetworkProfile LOSSY =
      NetworkProfile.symmetric(
          "lossy", "for this test", LinkProfile.IDEAL.withLoss(new Loss.Independent(0.1)));

  private static Map<String, Object> servers(Object... urls) {
    return Map.of("iceServers", List.of(Map.of("urls", List.of(urls))));
  }

  @Test
  void tcpAndTlsAreFoundHoweverTheyAreWritten() {
    Map<String, Object> configuration =
        servers("stun:a", "turn:b", "TURN:c?Transport=TCP", "turns:d", "turn:e?transport=udp");
    assertEquals(
        TurnTransports.overTcp(configuration.get("iceServers")),
        List.of("TURN:c?Transport=TCP", "turns:d"));
    assertEquals(TurnTransports.overTcp(List.of(Map.of("urls", "turns:d"))), List.of("turns:d"));
    assertEquals(TurnTransports.overTcp(null), List.of());
  }

  @Test
  void underAnImpairedLinkTheyAreUnsupportedAndItSaysSo() {
    try (Relay relay = Relays.start();
        CallNetwork network = open(relay, LOSSY)) {
      CallUnsupported refused =
          expectThrows(
              CallUnsupported.class,
              () -> TurnTransports.require(network, servers("turn:c?transport=tcp")));
      String why = String.valueOf(refused.getMessage());
      assertTrue(why.contains("turn:c?transport=tcp"), why);
      assertTrue(why.contains("TCP or TLS"), why);
      TurnTransports.require(network, servers("turn:e?transport=udp"));
    }
  }

  @Test
  void underPerfectLinksTheyMayBe() {
    try (Relay relay = Relays.start();
        CallNetwork network = open(relay, NetworkProfile.ideal())) {
      TurnTransports.require(network, servers("turns:d"));
    }
  }

  private static CallNetwork open(Relay relay, NetworkProfile profile) {
    RelayPlan plan =
        new RelayPlan("c", 1, List.of(new RelayPlan.Seat("offerer", profile, null)), null);
    return CallNetwork.open(relay, plan, RunClock.start(), event -> {});
  }
}
