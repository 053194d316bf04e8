package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.testng.annotations.Test;

/** Many calls at once. */
public final class SteadinessTest {
  private static final int CALLS = 10;
  private static final int ROUNDS = 300;
  private static final long EACH_NANOS = 5_000_000;

  @Test
  public void tenCallsAtOnceLoseNothing() {
    NetworkProfile delayed =
        NetworkProfile.symmetric(
            "delayed", "20 ms", LinkProfile.IDEAL.withDelay(Duration.ofMillis(20)));
    List<TwoPeers> calls = new ArrayList<>();
    try (Relay relay = Relays.start()) {
      for (int i = 0; i < CALLS; i++) {
        calls.add(new TwoPeers(relay, NetworkProfile.ideal(), delayed));
      }
      calls.forEach(TwoPeers::connect);
      sendAll(calls);
      calls.forEach(SteadinessTest::allCame);
    } finally {
      calls.forEach(TwoPeers::close);
    }
  }

  private static void sendAll(List<TwoPeers> calls) {
    long next = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      for (TwoPeers peers : calls) {
        peers.offerer.send(new byte[500], peers.forAnswerer);
        peers.answerer.send(new byte[500], peers.forOfferer);
      }
      next += EACH_NANOS;
      for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private static void allCame(TwoPeers peers) {
    for (int i = 0; i < ROUNDS; i++) {
      peers.answerer.receive();
      peers.offerer.receive();
    }
    assertEquals(peers.call.truth().refused(), Map.of());
    assertEquals(peers.call.selfTest(Duration.ofSeconds(5)), List.of());
  }
}
