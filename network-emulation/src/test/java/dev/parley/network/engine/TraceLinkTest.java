package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Trace;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** Traces, as Mahimahi's link plays them. */
public final class TraceLinkTest {
  private static final long MILLI = 1_000_000L;
  private static final LinkProfile LINK =
      LinkProfile.IDEAL
          .withOverheadBytes(0)
          .withQueue(new Queue.DropTail(new Queue.Limit.Packets(1_000_000)));

  private static Driven playing(boolean loop, int... millis) {
    Driven driven =
        Driven.of(LINK.withCapacity(new Capacity.Traced(new Trace("test", millis), loop)));
    driven.link.startSchedule(0);
    return driven;
  }

  private static List<Long> millis(Driven driven) {
    return driven.dues().stream().map(nanos -> nanos / MILLI).toList();
  }

  @Test
  public void anOpportunityCarriesOnePacketOrSeveralSmallOnes() {
    Driven driven = playing(true, 5, 10, 20);
    driven.send(0, 1500);
    for (int i = 0; i < 4; i++) {
      driven.send(0, 500);
    }
    driven.finish();
    assertEquals(millis(driven), List.of(5L, 10L, 10L, 10L, 20L));
  }

  @Test
  public void aPacketMayTakeWhatIsLeftOfOneAndTheRestOfTheNext() {
    Driven driven = playing(true, 5, 10, 20);
    driven.send(0, 1000);
    driven.send(0, 1000);
    driven.send(0, 1000);
    driven.finish();
    assertEquals(millis(driven), List.of(5L, 10L, 10L));
  }

  @Test
  public void anOpportunityThatNothingWaitsForIsLost() {
    Driven driven = playing(true, 5, 10, 20);
    driven.send(5 * MILLI, 100);
    driven.send(11 * MILLI, 100);
    driven.finish();
    assertEquals(millis(driven), List.of(10L, 20L));
  }

  @Test
  public void beginsAgainAfterItsLength() {
    Driven driven = playing(true, 0, 4, 10, 10);
    for (int i = 0; i < 9; i++) {
      driven.send(1, 1500);
    }
    driven.finish();
    assertEquals(millis(driven), List.of(4L, 10L, 10L, 10L, 14L, 20L, 20L, 20L, 24L));
    driven.send(1_000_000_007L * MILLI, 1);
    driven.finish();
    assertEquals(millis(driven).get(9).longValue(), 1_000_000_010L);
  }

  @Test
  public void playedOnceNothingLeavesAfterItsEnd() {
    Driven driven = playing(false, 5, 10);
    for (int i = 0; i < 4; i++) {
      driven.send(0, 1000);
    }
    driven.send(10 * MILLI, 100);
    driven.send(5000 * MILLI, 100);
    driven.finish();
    assertEquals(millis(driven), List.of(5L, 10L, 10L));
    assertEquals(driven.numbersDropped(DropCause.TRACE_END), List.of(3L, 4L, 5L));
    assertEquals(driven.dropped.get(0).atNanos(), 10 * MILLI);
  }

  @Test
  public void servesAtItsMeanBeforeTheStart() {
    Driven driven =
        Driven.of(LINK.withCapacity(new Capacity.Traced(new Trace("t", new int[] {6, 12}), true)));
    driven.send(0, 1500);
    driven.send(0, 1500);
    driven.finish();
    assertEquals(millis(driven), List.of(6L, 12L));
    assertEquals(driven.link.bitsPerSecond(0, Direction.UP), 2e6);
  }

  @Test
  public void aRateServesTheRestOfWhatATraceBegan() {
    Driven driven = playing(true, 5, 10);
    driven.send(0, 2500);
    driven.send(0, 1000);
    driven.link.change(7 * MILLI, Direction.UP, LinkChange.rate(8_000_000));
    driven.finish();
    assertEquals(millis(driven), List.of(8L, 9L));
  }

  @Test
  public void aTraceServesAfterWhatARateBegan() {
    Driven driven = Driven.of(LINK.withCapacity(Capacity.constant(8_000_000)));
    driven.link.startSchedule(0);
    for (int i = 0; i < 3; i++) {
      driven.send(0, 3000);
    }
    Trace trace = new Trace("t", new int[] {1, 2, 4});
    driven.link.change(MILLI, Direction.UP, LinkChange.capacity(new Capacity.Traced(trace, true)));
    driven.finish();
    // The first finishes at 3 ms; the trace, begun at 1 ms, goes on at 5 ms, then 6, 7, 9.
    assertEquals(millis(driven), List.of(3L, 6L, 9L));
  }

  @Test
  public void aLimitInTimeLooksAtTheOpportunitiesToCome() {
    Driven driven =
        Driven.of(
            LINK.withQueue(new Queue.DropTail(new Queue.Limit.Time(Duration.ofMillis(100))))
                .withCapacity(new Capacity.Traced(new Trace("t", new int[] {50, 100, 300}), true)));
    driven.link.startSchedule(0);
    for (int i = 0; i < 4; i++) {
      driven.send(0, 1500);
    }
    driven.finish();
    assertEquals(millis(driven), List.of(50L, 100L));
    assertEquals(driven.numbersDropped(DropCause.QUEUE), List.of(2L, 3L));
  }

  @Test
  public void tellsTheCapacityOfTheLastSecond() {
    Driven driven = playing(true, 500, 1500, 1600, 1700, 2000);
    driven.runTo(1);
    assertEquals(driven.link.bitsPerSecond(200 * MILLI, Direction.UP), 12_000.0);
    assertEquals(driven.link.bitsPerSecond(2000 * MILLI, Direction.UP), 48_000.0);
    assertEquals(driven.link.bitsPerSecond(2500 * MILLI, Direction.UP), 48_000.0);
  }
}
