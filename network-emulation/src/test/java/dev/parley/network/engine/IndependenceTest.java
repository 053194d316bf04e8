package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Reorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** No random stream shifts another. */
public final class IndependenceTest {
  private static final LinkProfile LOSSY = LinkProfile.IDEAL.withLoss(new Loss.Independent(0.1));
  private static final LinkProfile SHAKEN =
      LinkProfile.IDEAL
          .withDelay(Duration.ofMillis(100))
          .withJitter(new Jitter.TruncatedNormal(Duration.ofMillis(10), 3, true));

  private static Driven sent(LinkProfile link, long seed, String name) {
    Driven driven = new Driven(NetworkProfile.symmetric("test", "of a test", link), seed, name);
    for (int i = 0; i < 3000; i++) {
      driven.send(i * 1_000_000L, Direction.UP, 1000);
      driven.send(i * 1_000_000L, Direction.DOWN, 1000);
    }
    driven.finish();
    return driven;
  }

  private static List<Long> lost(Driven driven, Direction direction) {
    return driven.dropped.stream()
        .filter(drop -> drop.direction() == direction && drop.cause() == DropCause.LOSS)
        .map(drop -> drop.passage().number())
        .sorted()
        .toList();
  }

  /** Delays by packet number, of first copies. */
  private static Map<Long, Long> delays(Driven driven) {
    Map<Long, Long> delays = new TreeMap<>();
    for (Driven.Delivery delivery : driven.delivered) {
      PacketSink.Passage<Long> passage = delivery.passage();
      if (delivery.direction() == Direction.UP && passage.copy() == 0) {
        delays.put(
            passage.number(), delivery.dueNanos() - passage.arrivalNanos() - passage.queuedNanos());
      }
    }
    return delays;
  }

  @DataProvider
  Object[][] others() {
    return new Object[][] {
      {LOSSY.withJitter(Jitter.TruncatedNormal.of(Duration.ofMillis(5)))},
      {LOSSY.withDuplicate(0.2)},
      {LOSSY.withReorder(new Reorder(0.2, Duration.ofMillis(5)))},
      {LOSSY.withCorrupt(0.2)},
      {LOSSY.withMtu(1028)},
      {LOSSY.withCapacity(Capacity.constant(20_000_000))},
      {LOSSY.withLoss(LOSSY.loss(), LinkProfile.LossPlace.AFTER_BOTTLENECK)},
    };
  }

  @Test(dataProvider = "others")
  public void anotherImpairmentLosesTheSamePackets(LinkProfile link) {
    List<Long> expected = lost(sent(LOSSY, 5, "alice"), Direction.UP);
    assertEquals(lost(sent(link, 5, "alice"), Direction.UP), expected);
    assertEquals(expected.size(), 300, 66);
  }

  @Test
  public void lossDoesNotShiftJitter() {
    Map<Long, Long> all = delays(sent(SHAKEN, 5, "alice"));
    Map<Long, Long> some =
        delays(
            sent(
                SHAKEN.withLoss(new Loss.Independent(0.3)).withDuplicate(0.3).withCorrupt(0.3),
                5,
                "alice"));
    assertEquals(all.size(), 3000);
    all.keySet().retainAll(some.keySet());
    assertEquals(some, all);
  }

  @Test
  public void sameSeedSameFates() {
    LinkProfile link = SHAKEN.withLoss(LOSSY.loss()).withDuplicate(0.1).withCorrupt(0.1);
    Driven one = sent(link, 5, "alice");
    Driven two = sent(link, 5, "alice");
    assertEquals(one.delivered, two.delivered);
    assertEquals(one.dropped, two.dropped);
  }

  @Test
  public void seedsNamesAndDirectionsDiffer() {
    Driven driven = sent(LOSSY, 5, "alice");
    List<Long> lost = lost(driven, Direction.UP);
    assertNotEquals(lost(driven, Direction.DOWN), lost);
    assertNotEquals(lost(sent(LOSSY, 5, "bob"), Direction.UP), lost);
    assertNotEquals(lost(sent(LOSSY, 6, "alice"), Direction.UP), lost);
  }

  /** Of two streams both lose as often as independence has it. */
  @Test
  public void streamsAreNotCorrelated() {
    Loss half = new Loss.Independent(0.5);
    LossModel alice = LossModel.of(half, new RandomStream(1, "alice", Direction.UP, "loss"), 0);
    for (RandomStream other :
        List.of(
            new RandomStream(1, "alice", Direction.DOWN, "loss"),
            new RandomStream(1, "alicf", Direction.UP, "loss"),
            new RandomStream(2, "alice", Direction.UP, "loss"),
            new RandomStream(1, "alice", Direction.UP, "jitter"))) {
      LossModel second = LossModel.of(half, other, 0);
      int both = 0;
      for (int i = 0; i < 100_000; i++) {
        boolean first = alice.takes(i);
        both += second.takes(i) && first ? 1 : 0;
      }
      assertEquals(both, 25_000.0, 4 * Math.sqrt(100_000 * 0.25 * 0.75));
    }
  }

  /** Written down once: another Java, or machine, must find the same. */
  @Test
  public void drawsAreTheSameEverywhere() {
    RandomStream random = new RandomStream(1, "alice", Direction.UP, "loss");
    assertEquals(random.of(0).unit(), 0.8285161738830713);
    assertEquals(
        lost(sent(LOSSY, 1, "alice"), Direction.UP).subList(0, 8),
        List.of(1L, 19L, 21L, 34L, 40L, 70L, 73L, 85L));
    RandomStream jitter = new RandomStream(1, "alice", Direction.UP, "jitter");
    assertEquals(
        JitterModel.nanos(Jitter.TruncatedNormal.of(Duration.ofMillis(5)), jitter.of(7)),
        11_260_988);
    assertEquals(
        JitterModel.nanos(
            new Jitter.Pareto(Duration.ofMillis(5), 2.5, Duration.ofSeconds(1), true),
            jitter.of(7)),
        9_726_710);
  }
}
