package dev.parley.network.relay;

import static dev.parley.network.relay.TwoPeers.truth;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotNull;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** What links do to packets on their way, and what is told of it. */
public final class CrossingTest {
  private static final NetworkProfile IDEAL = NetworkProfile.ideal();
  private static final Duration DELAY = Duration.ofMillis(30);

  private final Relay relay = Relays.start();

  @AfterClass(alwaysRun = true)
  void stop() {
    relay.close();
  }

  private static NetworkProfile both(LinkProfile link) {
    return NetworkProfile.symmetric("test", "a test", link);
  }

  @Test
  public void uplinkAndThenDownlink() {
    NetworkProfile slow = both(LinkProfile.IDEAL.withDelay(DELAY));
    try (TwoPeers peers = new TwoPeers(relay, slow, slow)) {
      peers.connect();
      long before = System.nanoTime();
      peers.offerer.send(TwoPeers.rtp(1, 1), peers.forAnswerer);
      peers.answerer.receive();
      long took = System.nanoTime() - before;
      assertTrue(took >= 2 * DELAY.toNanos(), "took only " + took + " ns");
      assertNotNull(truth(peers.call, "offerer").up().lateness());
      assertNotNull(truth(peers.call, "answerer").down().lateness());
    }
  }

  @Test
  public void streamsAreFollowedOverBothLinks() {
    NetworkProfile up = both(LinkProfile.IDEAL.withLoss(new Loss.Periodic(10, 1, 4)));
    NetworkProfile down = both(LinkProfile.IDEAL.withLoss(new Loss.Periodic(10, 1, 8)));
    try (TwoPeers peers = new TwoPeers(relay, up, down)) {
      peers.admit();
      for (int i = 0; i < 100; i++) {
        peers.offerer.send(TwoPeers.rtp(0x9000_0001, i), peers.forAnswerer);
      }
      int came = 0;
      while (peers.answerer.receive(300) != null) {
        came++;
      }
      FlowTruth flow = truth(peers.call, "answerer").received().get(0);
      assertEquals(flow.ssrc(), 0x9000_0001L);
      assertEquals(flow.sent(), 100);
      assertEquals(flow.delivered(), came);
      assertEquals(flow.dropped(), 100 - came);
      assertTrue(came < 85 && came > 75, came + " came");
      long dropped =
          truth(peers.call, "offerer").up().droppedInAll()
              + truth(peers.call, "answerer").down().droppedInAll();
      assertEquals(flow.dropped(), dropped);
      assertEquals(truth(peers.call, "offerer").received(), List.of());
    }
  }

  @Test
  public void deliveredBytesAreCountedByPeerConnection() {
    try (TwoPeers peers = new TwoPeers(relay, IDEAL, IDEAL)) {
      peers.connect();
      long before = delivered(peers, "answerer");
      for (int i = 0; i < 10; i++) {
        peers.offerer.send(TwoPeers.rtp(5, i), peers.forAnswerer);
        peers.answerer.receive();
      }
      assertEquals(delivered(peers, "answerer") - before, 10 * 200);
    }
  }

  private static long delivered(TwoPeers peers, String name) {
    return truth(peers.call, name).deliveredBytes().getOrDefault(TwoPeers.PC, -1L);
  }

  @Test
  public void oneLinkIsSharedAcrossCalls() {
    NetworkProfile lossy = both(LinkProfile.IDEAL.withLoss(new Loss.Periodic(2, 1, 0)));
    try (TwoCalls calls = new TwoCalls(relay, lossy)) {
      for (int i = 0; i < 3; i++) {
        send(calls.first);
        send(calls.second);
      }
      for (int i = 0; i < 3; i++) {
        calls.second.answerer.receiveCheck();
      }
      assertNull(calls.first.answerer.receive(100), "every other one is dropped: all of the first");
      for (TwoPeers each : List.of(calls.first, calls.second)) {
        assertEquals(truth(each.call, "answerer").down().offered(), 6);
        assertEquals(truth(each.call, "answerer").down().dropped(), Map.of(DropCause.LOSS, 3L));
      }
    }
  }

  private static void send(TwoPeers peers) {
    long before = truth(peers.call, "answerer").down().offered();
    peers.offerer.send(peers.offerer.check(peers.answerer), peers.forAnswerer);
    Patience.until(
        "the check comes to the shared link",
        () -> truth(peers.call, "answerer").down().offered() > before);
  }

  @Test
  public void changesTakeEffectAndAreTold() {
    List<String> told = new CopyOnWriteArrayList<>();
    Schedule.Change onWord =
        new Schedule.Change(
            new Schedule.When.On("cut"),
            LinkChange.NOTHING,
            LinkChange.outage(true),
            Duration.ZERO);
    Schedule.Change atOnce = Schedule.Change.both(Duration.ZERO, LinkChange.delay(DELAY));
    NetworkProfile changing = IDEAL.withSchedule(new Schedule(List.of(atOnce, onWord)));
    try (TwoPeers peers = new TwoPeers(relay, IDEAL, changing)) {
      peers.call.onChange(
          (at, who, direction, now, why) -> told.add(who + " " + direction.word() + " " + why));
      peers.call.startSchedules();
      assertEquals(peers.call.state("answerer", Direction.DOWN).delay(), DELAY);
      peers.call.event("answerer", "cut");
      assertTrue(peers.call.state("answerer", Direction.DOWN).outage());
      peers.call.change("offerer", Direction.UP, LinkChange.rate(1_000_000));
      assertEquals(peers.call.bitsPerSecond("offerer", Direction.UP), 1e6);
      assertEquals(peers.call.bitsPerSecond("offerer", Direction.DOWN), Double.POSITIVE_INFINITY);
      assertEquals(
          told,
          List.of(
              "answerer up schedule",
              "answerer down schedule",
              "answerer down cut",
              "offerer up scenario"));
    }
  }

  /** Two calls whose answerers sit behind one link. */
  private static final class TwoCalls implements AutoCloseable {
    final TwoPeers first;
    final TwoPeers second;

    TwoCalls(Relay relay, NetworkProfile shared) {
      first = new TwoPeers(relay, plan("one", shared), TwoPeers.v4());
      second = new TwoPeers(relay, plan("two", shared), TwoPeers.v4());
    }

    private static RelayPlan plan(String id, NetworkProfile shared) {
      return new RelayPlan(
          id,
          7,
          List.of(
              new RelayPlan.Seat("offerer", IDEAL, null),
              new RelayPlan.Seat("answerer", shared, "bottleneck")),
          null);
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }
}
