package dev.parley.harness.network;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** Calls of every pair of browsers over emulated links. */
@Test(groups = "browser")
public final class RelayedCallTest extends RelayedBrowsers {
  private static final NetworkProfile LOSSY =
      NetworkProfile.symmetric(
          "lossy",
          "5 % loss and 40 ms",
          LinkProfile.IDEAL.withLoss(new Loss.Independent(0.05)).withDelay(Duration.ofMillis(40)));

  @DataProvider
  Object[][] pairs() {
    return new Object[][] {
      {"chrome", "chrome"}, {"firefox", "firefox"}, {"chrome", "firefox"}, {"firefox", "chrome"}
    };
  }

  /** Lossy at first, then perfect, then restarted by each side; forged packets come all along. */
  @Test(dataProvider = "pairs")
  public void lossSeenIsLossApplied(String offerer, String answerer) {
    try (RelayedCall call = call(CallPlan.of(offerer, answerer).over(LOSSY)).connect()) {
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 250));
      for (String each : RelayedCall.BOTH) {
        assertTrue(
            call.sampled(each).assertLossSeenIsLossApplied(each) > 5,
            "hardly any loss for " + each);
        assertTrue(
            roundTripMs(call.evidence().report(each)) >= 75,
            call.evidence().report(each).toString());
      }
      forge(call);
      for (Direction each : Direction.values()) {
        call.relay().change(RelayedCall.ANSWERER, each, LinkChange.to(LinkProfile.IDEAL));
      }
      RelayedCall.BOTH.forEach(call::restart);
      RelayedCall.BOTH.forEach(each -> call.evidence().awaitPackets(each, 50));
      call.assertNoBypass();
      assertTrue(
          call.relay().truth().refused().values().stream().mapToLong(Long::longValue).sum() >= 3,
          call.relay().truth().refused().toString());
    }
  }

  private static double roundTripMs(JsonNode report) {
    return Evidence.stats(report, "candidate-pair")
        .map(pair -> pair.path("currentRoundTripTime").asDouble(0) * 1000)
        .max(Comparator.naturalOrder())
        .orElse(0.0);
  }

  /** RTP of nobody, garbage, and nothing at all, to every socket of the call. */
  private static void forge(RelayedCall call) {
    byte[] rtp = new byte[200];
    rtp[0] = (byte) 0x80;
    try (DatagramSocket forger = new DatagramSocket()) {
      for (var socket : call.relay().sockets()) {
        InetSocketAddress to = new InetSocketAddress(socket.address(), socket.port());
        forger.send(new DatagramPacket(rtp, rtp.length, to));
        forger.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, to));
      }
    } catch (IOException e) {
      throw new AssertionError("cannot forge", e);
    }
    assertEquals(call.relay().sockets().isEmpty(), false);
  }
}
