package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Queue.Limit;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What waits for a bottleneck of 8 Mbit/s: a packet of 1000 bytes takes 1 ms. */
public final class QueueTest {
  private static final long MILLI = 1_000_000L;

  private static Driven link(Queue queue) {
    return Driven.of(
        LinkProfile.IDEAL
            .withOverheadBytes(0)
            .withCapacity(Capacity.constant(8_000_000))
            .withQueue(queue));
  }

  @DataProvider
  Object[][] limits() {
    Limit packets = new Limit.Packets(2);
    Limit bytes = new Limit.Bytes(2999);
    Limit time = new Limit.Time(Duration.ofMillis(2));
    return new Object[][] {
      {new Queue.DropTail(packets), List.of(0L, 1L, 2L), List.of(3L, 4L, 5L)},
      {new Queue.DropTail(bytes), List.of(0L, 1L, 2L), List.of(3L, 4L, 5L)},
      {new Queue.DropTail(time), List.of(0L, 1L, 2L), List.of(3L, 4L, 5L)},
      {new Queue.DropHead(packets), List.of(0L, 4L, 5L), List.of(1L, 2L, 3L)},
      {new Queue.DropHead(bytes), List.of(0L, 4L, 5L), List.of(1L, 2L, 3L)},
      {new Queue.DropHead(time), List.of(0L, 4L, 5L), List.of(1L, 2L, 3L)},
      {
        new Queue.CoDel(Duration.ofMillis(100), Duration.ofMillis(100), packets),
        List.of(0L, 1L, 2L),
        List.of(3L, 4L, 5L)
      },
    };
  }

  @Test(dataProvider = "limits")
  public void holdsWhatItMay(Queue queue, List<Long> passed, List<Long> dropped) {
    Driven driven = link(queue);
    for (int i = 0; i < 6; i++) {
      driven.send(0, 1000);
    }
    driven.finish();
    assertEquals(driven.numbers(), passed);
    assertEquals(driven.numbersDropped(DropCause.QUEUE), dropped);
    assertEquals(driven.dues(), List.of(MILLI, 2 * MILLI, 3 * MILLI));
  }

  @Test
  public void exactlyTheLimitInTimeIsNotTooLong() {
    Driven driven = link(new Queue.DropTail(new Limit.Time(Duration.ofMillis(1))));
    driven.send(0, 1000);
    driven.send(0, 1000);
    driven.send(1, 1000);
    driven.send(MILLI, 1000);
    driven.finish();
    assertEquals(driven.numbers(), List.of(0L, 1L, 3L));
  }

  @Test
  public void anIdleLinkTakesAPacketHoweverSlowItIs() {
    Driven driven = Driven.of(LinkProfile.IDEAL.withCapacity(Capacity.constant(20_000)));
    driven.send(0, 1200);
    driven.finish();
    assertEquals(driven.dues(), List.of(1228 * 8 * 50_000L));
  }

  @Test
  public void withoutABottleneckNoLimitApplies() {
    Driven driven =
        Driven.of(LinkProfile.IDEAL.withQueue(new Queue.DropTail(new Limit.Packets(1))));
    for (int i = 0; i < 100; i++) {
      driven.link.enqueue(0, Direction.UP, 0L, 1000);
    }
    driven.finish();
    assertEquals(driven.delivered.size(), 100);
  }

  @Test
  public void aSmallerLimitIsHeldAgainstTheNextThatComes() {
    for (Queue queue :
        List.of(
            new Queue.DropTail(new Limit.Packets(1)), new Queue.DropHead(new Limit.Packets(1)))) {
      Driven driven = link(new Queue.DropTail(new Limit.Packets(100)));
      for (int i = 0; i < 5; i++) {
        driven.send(0, 1000);
      }
      driven.link.change(10, Direction.UP, new LinkChange(null, null, null, null, null, queue));
      driven.runTo(11);
      assertEquals(driven.dropped, List.of());
      driven.send(12, 1000);
      driven.finish();
      boolean head = queue instanceof Queue.DropHead;
      assertEquals(
          driven.numbersDropped(DropCause.QUEUE), head ? List.of(1L, 2L, 3L, 4L) : List.of(5L));
    }
  }

  @Test
  public void aLimitInTimeFollowsTheRate() {
    Driven driven = link(new Queue.DropTail(new Limit.Time(Duration.ofMillis(10))));
    driven.link.change(0, Direction.UP, LinkChange.rate(80_000_000));
    for (int i = 0; i < 200; i++) {
      driven.send(0, 1000);
    }
    driven.finish();
    // 0.1 ms each: the first is served, 100 more may wait up to 10 ms.
    assertEquals(driven.delivered.size(), 101);
  }

  @Test
  public void tellsWhatWaitedAndHowLong() {
    Driven driven = link(Queue.DEFAULT);
    for (int i = 0; i < 3; i++) {
      driven.send(0, 1000);
    }
    driven.finish();
    assertEquals(
        driven.delivered.stream().map(delivery -> delivery.passage().queuedBytes()).toList(),
        List.of(0L, 0L, 1000L));
    assertEquals(
        driven.delivered.stream().map(delivery -> delivery.passage().queuedNanos()).toList(),
        List.of(MILLI, 2 * MILLI, 3 * MILLI));
  }

  @Test
  public void overheadWeighs() {
    Driven driven =
        Driven.of(
            LinkProfile.IDEAL
                .withOverheadBytes(28)
                .withCapacity(Capacity.constant(8_000_000))
                .withQueue(new Queue.DropTail(new Limit.Bytes(2056))));
    for (int i = 0; i < 4; i++) {
      driven.send(0, 1000);
    }
    driven.finish();
    assertEquals(driven.dues(), LongStream.of(1, 2, 3).map(i -> i * 1_028_000).boxed().toList());
    assertEquals(driven.delivered.get(0).passage().bytes(), 1000);
  }
}
