package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** What is written of a call's packets. */
public final class CallCaptureTest {
  private static final NetworkProfile IDEAL = NetworkProfile.ideal();

  private final Relay relay = Relays.start();

  @AfterClass(alwaysRun = true)
  void stop() {
    relay.close();
  }

  @Test
  public void capturesHoldDroppedPacketsToo() throws IOException {
    Path folder = Files.createTempDirectory("parley-capture");
    NetworkProfile lossy =
        NetworkProfile.symmetric(
            "lossy", "every other", LinkProfile.IDEAL.withLoss(new Loss.Periodic(2, 1, 1)));
    RelayPlan plan = TwoPeers.plan("capture", IDEAL, lossy);
    try (TwoPeers peers =
        new TwoPeers(
            relay, new RelayPlan("capture", 1, plan.participants(), folder), TwoPeers.v4())) {
      peers.admit();
      for (int i = 0; i < 10; i++) {
        peers.offerer.send(TwoPeers.rtp(3, i), peers.forAnswerer);
      }
      while (peers.answerer.receive(200) != null) {
        assertEquals(peers.call.truth().refused(), Map.of());
      }
      peers.call.close();
      String sent = Files.readString(folder.resolve("offerer.pcapng"), StandardCharsets.ISO_8859_1);
      String came =
          Files.readString(folder.resolve("answerer.pcapng"), StandardCharsets.ISO_8859_1);
      assertEquals(count(sent, "up \\d+: delivered"), 11);
      assertEquals(count(came, "down \\d+: delivered"), 6);
      assertEquals(count(came, "down \\d+: dropped: loss"), 5);
    } finally {
      Files.deleteIfExists(folder.resolve("offerer.pcapng"));
      Files.deleteIfExists(folder.resolve("answerer.pcapng"));
      Files.delete(folder);
    }
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}
