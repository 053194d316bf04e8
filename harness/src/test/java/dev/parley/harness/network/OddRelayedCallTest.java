package dev.parley.harness.network;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.stats.ReceivedTotals;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.Loss;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** Calls that are signaled, addressed or cheated otherwise than most. */
@Test(groups = "browser")
public final class OddRelayedCallTest extends RelayedBrowsers {
  private static final Map<String, Object> UNBUNDLED =
      Map.of("iceServers", List.of(), "bundlePolicy", "max-compat");

  public void unbundledAndNotTrickledOverIpv6() throws IOException {
    requireIpv6();
    CallPlan plan =
        CallPlan.of("chrome", "firefox")
            .with(UNBUNDLED)
            .tricks("unbundle", "untrickle")
            .leasing(socket -> socket.address().contains(":"));
    try (RelayedCall call = call(plan).connect()) {
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 50));
      call.assertNoBypass();
      for (String each : RelayedCall.BOTH) {
        Set<String> transports = new HashSet<>();
        Evidence.stats(call.evidence().report(each), "inbound-rtp")
            .forEach(stream -> transports.add(stream.path("transportId").asString("")));
        assertEquals(transports.size(), 2, "transports of " + each);
        assertTrue(
            bound(call, each).allMatch(candidate -> at(candidate).contains(":")),
            "IPv6 of " + each);
        assertTrue(call.evidence().truth(each).unbound() > 0, "IPv4 candidates of " + each);
      }
    }
  }

  private static void requireIpv6() throws IOException {
    boolean routable =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(Inet6Address.class::isInstance)
            .anyMatch(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress());
    if (!routable) {
      throw new SkipException("this machine has no IPv6 address beyond loopback and link-local");
    }
  }

  public void eachCandidateHasASocketOnItsOwnInterface() throws IOException {
    try (SecondInterface second = second();
        RelayedCall call = call(CallPlan.of("firefox", "chrome").withDevice()).connect()) {
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 50));
      call.assertNoBypass();
      for (String each : RelayedCall.BOTH) {
        bound(call, each)
            .forEach(
                candidate -> assertEquals(at(candidate), candidate.path("address").asString("")));
      }
      // Firefox gathers on the default route's interface only.
      Set<String> interfaces = new HashSet<>();
      bound(call, RelayedCall.ANSWERER).forEach(candidate -> interfaces.add(at(candidate)));
      assertTrue(interfaces.contains(second.address()), interfaces.toString());
      assertTrue(interfaces.size() > 1, interfaces.toString());
    }
  }

  private static SecondInterface second() {
    try {
      return new SecondInterface();
    } catch (IOException e) {
      throw new SkipException(e.getMessage());
    }
  }

  public void overNamesThatHideAddresses() {
    CallPlan plan = CallPlan.of(hiding("chrome"), hiding("firefox"));
    try (RelayedCall call = call(plan).connect()) {
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 50));
      call.assertNoBypass();
      for (String each : RelayedCall.BOTH) {
        assertTrue(
            bound(call, each)
                .allMatch(candidate -> candidate.path("address").asString("").endsWith(".local")),
            "names of " + each);
      }
    }
  }

  /** The relay never hears of the offerer's candidates, nor does the answerer. */
  public void aSourceThatNobodyAnnounced() {
    CallPlan plan =
        CallPlan.of("chrome", "firefox")
            .tricks("ignore-candidates")
            .telling(report -> !report.equals("offerer relay-candidate"));
    try (RelayedCall call = call(plan)) {
      call.connectWithTricksOf(List.of(RelayedCall.ANSWERER));
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 50));
      call.assertNoBypass();
    }
  }

  public void aFarEndWithoutAProbe() {
    try (RelayedCall call = call(CallPlan.of("chrome", "firefox"))) {
      for (Direction each : Direction.values()) {
        call.relay().change(RelayedCall.OFFERER, each, LinkChange.loss(new Loss.Independent(0.05)));
      }
      call.connectToPlainAnswerer();
      call.evidence().awaitPackets(RelayedCall.OFFERER, 150);
      assertTrue(
          call.sampled(RelayedCall.OFFERER).assertLossSeenIsLossApplied(RelayedCall.OFFERER) > 3);
      assertEquals(call.evidence().bypass(RelayedCall.OFFERER, "pc1"), Optional.empty());
      ReceivedTotals far = ReceivedTotals.of(call.evidence().report(RelayedCall.ANSWERER));
      long packets = far.packets().values().stream().mapToLong(Long::longValue).sum();
      long delivered = call.evidence().truth(RelayedCall.OFFERER).up().delivered();
      assertTrue(packets > 100 && packets <= delivered, far + ", delivered " + delivered);
      long lost =
          Evidence.stats(call.evidence().report(RelayedCall.ANSWERER), "inbound-rtp")
              .mapToLong(stream -> stream.path("packetsLost").asLong(0))
              .sum();
      assertTrue(
          lost > 3 && lost <= call.evidence().truth(RelayedCall.OFFERER).up().droppedInAll());
    }
  }

  /** Real candidates, given to a browser behind its probe's back. */
  public void whatComesPastTheRelayIsFound() {
    try (RelayedCall call = call(CallPlan.of("chrome", "chrome")).connect()) {
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 50));
      call.assertNoBypass();
      for (String each : RelayedCall.BOTH) {
        List<JsonNode> real = bound(call, RelayedCall.other(each)).toList();
        call.run(each, "smuggle", Map.of("peer", RelayedCall.other(each), "candidates", real));
      }
      call.heard()
          .await(
              "a bypass",
              () ->
                  RelayedCall.BOTH.stream()
                      .anyMatch(each -> call.evidence().bypass(each, "pc1").isPresent()));
    }
  }

  @DataProvider
  Object[] families() {
    return new Object[] {"chrome", "firefox"};
  }

  /** Both offer at once, twice: what the page sees is the same with the relay and without. */
  @Test(dataProvider = "families")
  public void glareLooksTheSame(String family) {
    try (RelayedCall call = call(CallPlan.of(family, family))) {
      call.join(RelayedCall.OFFERER);
      call.run(RelayedCall.OFFERER, "load-module", Map.of("path", "x/relay/tricks.js"));
      JsonNode without = call.run(RelayedCall.OFFERER, "glare", Map.of());
      assertFalse(call.evidence().truth(RelayedCall.OFFERER).up().delivered() > 0, "direct");
      call.giveSockets(List.of(RelayedCall.OFFERER));
      JsonNode with = call.run(RelayedCall.OFFERER, "glare", Map.of());
      assertTrue(call.evidence().truth(RelayedCall.OFFERER).up().delivered() > 0, "relayed");
      assertEquals(with.toPrettyString(), without.toPrettyString());
      assertTrue(
          with.path(0).path("signaling").toString().contains("have-remote-offer"), with.toString());
    }
  }

  private static Stream<JsonNode> bound(RelayedCall call, String name) {
    return call.heard().events(name, "relay-candidate").stream()
        .filter(each -> each.path("own").booleanValue() && each.path("socket").isObject());
  }

  private static String at(JsonNode candidate) {
    return candidate.path("socket").path("address").asString("");
  }
}
