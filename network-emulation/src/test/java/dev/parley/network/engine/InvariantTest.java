package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Reorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What holds for every profile, schedule and traffic; the seed is in the test's name. */
public final class InvariantTest {
  private static final int PACKETS = 1500;

  /** Something told to a link. */
  private record Told(long atNanos, What what) {}

  /** What is told. */
  private interface What {
    void to(AccessLink<Long> link, long atNanos);
  }

  @DataProvider
  Object[][] seeds() {
    return IntStream.range(0, 120).mapToObj(i -> new Object[] {(long) i}).toArray(Object[][]::new);
  }

  private static List<Told> told(long seed) {
    Random random = new Random(~seed);
    List<Told> told = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < PACKETS; i++) {
      at += random.nextInt(3) == 0 ? random.nextInt(6_000_000) : 0;
      if (i == PACKETS / 10) {
        told.add(new Told(++at, AccessLink::startSchedule));
      }
      if (i % (PACKETS / 3) == PACKETS / 4) {
        told.add(new Told(++at, (link, now) -> link.event(now, "word")));
      }
      Direction direction = random.nextBoolean() ? Direction.UP : Direction.DOWN;
      int bytes = random.nextInt(1400);
      told.add(new Told(at, (link, now) -> link.enqueue(now, direction, 0L, bytes)));
    }
    return told;
  }

  private static Driven driven(long seed) {
    return new Driven(new Randomly(seed).network(), seed, "alice");
  }

  /** Polled at each event, as soon as it is due. */
  private static Driven punctual(long seed) {
    Driven driven = driven(seed);
    for (Told one : told(seed)) {
      driven.runTo(one.atNanos());
      one.what().to(driven.link, one.atNanos());
    }
    driven.finish();
    return driven;
  }

  @Test(dataProvider = "seeds")
  public void nothingIsLostFromSightAndTimeGoesOn(long seed) {
    Driven driven = driven(seed);
    long polled = 0;
    int polls = 0;
    for (Told one : told(seed)) {
      while (driven.link.nextEventNanos() <= one.atNanos()) {
        polled = pollOnce(driven, polled);
        polls++;
      }
      one.what().to(driven.link, one.atNanos());
    }
    while (driven.link.nextEventNanos() != AccessLink.NEVER) {
      polled = pollOnce(driven, polled);
      polls++;
    }
    assertTrue(polls < 6 * PACKETS + 1000, "polls " + polls);
    assertEquals(driven.held(), 0);
    assertEquals(driven.accounted, PACKETS);
  }

  private static long pollOnce(Driven driven, long polledNanos) {
    int before = driven.delivered.size();
    long sent = driven.accounted + driven.held();
    long now = driven.link.nextEventNanos();
    assertTrue(now >= polledNanos, "an event at " + now + " after a poll at " + polledNanos);
    driven.link.poll(now, driven);
    assertTrue(driven.link.nextEventNanos() > now, "nothing was done at " + now);
    for (Driven.Delivery delivery : driven.delivered.subList(before, driven.delivered.size())) {
      assertEquals(delivery.dueNanos(), now);
    }
    assertEquals(driven.accounted + driven.held(), sent, "delivered, dropped and held at " + now);
    return now;
  }

  @Test(dataProvider = "seeds")
  public void nothingArrivesTooSoonOrOutOfOrder(long seed) {
    NetworkProfile network = new Randomly(seed).network();
    Driven driven = punctual(seed);
    for (Direction direction : Direction.values()) {
      LinkProfile link = network.link(direction);
      boolean keepsOrder = keepsOrder(network, direction);
      long least = leastDelay(network, direction);
      long before = -1;
      for (Driven.Delivery delivery : driven.delivered) {
        PacketSink.Passage<Long> passage = delivery.passage();
        if (delivery.direction() == direction) {
          long took = delivery.dueNanos() - passage.arrivalNanos();
          assertTrue(took >= passage.queuedNanos() + least, passage + " of " + link);
          assertTrue(!keepsOrder || passage.number() >= before, passage + " of " + link);
          before = passage.number();
        }
      }
    }
  }

  private static boolean keepsOrder(NetworkProfile network, Direction direction) {
    return !network.link(direction).jitter().reordering()
        && network.link(direction).reorder().equals(Reorder.NONE)
        && network.schedule().changes().stream()
            .map(change -> change.of(direction).jitter())
            .allMatch(jitter -> jitter == null || !jitter.reordering());
  }

  private static long leastDelay(NetworkProfile network, Direction direction) {
    boolean fixed =
        network.schedule().changes().stream()
            .map(change -> change.of(direction))
            .allMatch(change -> change.delay() == null && change.jitter() == null);
    Jitter jitter = network.link(direction).jitter();
    boolean positive = jitter instanceof Jitter.None || jitter instanceof Jitter.Pareto;
    return fixed && positive ? network.link(direction).delay().toNanos() : 0;
  }

  @Test(dataProvider = "seeds")
  public void beingPolledLateChangesNothing(long seed) {
    Driven punctual = punctual(seed);
    Driven late = driven(seed);
    Random random = new Random(seed);
    for (Told one : told(seed)) {
      if (random.nextInt(20) == 0) {
        late.link.poll(one.atNanos(), late);
      }
      one.what().to(late.link, one.atNanos());
    }
    late.link.poll(Long.MAX_VALUE - 1, late);
    for (Direction direction : Direction.values()) {
      assertEquals(delivered(late, direction), delivered(punctual, direction));
      assertEquals(dropped(late, direction), dropped(punctual, direction));
    }
    assertEquals(late.changes, punctual.changes);
  }

  private static List<Driven.Delivery> delivered(Driven driven, Direction direction) {
    return driven.delivered.stream().filter(one -> one.direction() == direction).toList();
  }

  private static List<Driven.Drop> dropped(Driven driven, Direction direction) {
    return driven.dropped.stream().filter(one -> one.direction() == direction).toList();
  }

  @Test
  public void randomTrafficMeetsEveryCause() {
    long causes =
        IntStream.range(0, 60)
            .boxed()
            .flatMap(seed -> punctual(seed).dropped.stream())
            .map(Driven.Drop::cause)
            .distinct()
            .count();
    assertEquals(causes, DropCause.values().length);
  }
}
