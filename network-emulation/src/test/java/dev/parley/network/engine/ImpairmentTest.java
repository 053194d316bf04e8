package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Reorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** Outage, MTU, duplication, reordering, corruption. */
public final class ImpairmentTest {
  private static final int MANY = 20_000;

  private static Driven sent(LinkProfile link, int bytes) {
    Driven driven = Driven.of(link);
    for (int i = 0; i < MANY; i++) {
      driven.send(i * 1_000_000L, bytes);
    }
    driven.finish();
    return driven;
  }

  @Test
  public void anOutageComesBeforeEverythingElse() {
    Driven driven =
        Driven.of(LinkProfile.IDEAL.withOutage(true).withMtu(68).withLoss(new Loss.Independent(1)));
    driven.send(0, 1000);
    driven.finish();
    assertEquals(driven.numbersDropped(DropCause.OUTAGE), List.of(0L));
  }

  @Test
  public void theMtuCountsTheOverheadAndComesBeforeLoss() {
    Driven driven =
        Driven.of(
            LinkProfile.IDEAL
                .withMtu(1028)
                .withOverheadBytes(28)
                .withLoss(new Loss.Periodic(2, 1, 0)));
    driven.send(0, 1001);
    driven.send(0, 1000);
    driven.send(0, 1000);
    driven.finish();
    assertEquals(driven.numbersDropped(DropCause.MTU), List.of(0L));
    assertEquals(driven.numbersDropped(DropCause.LOSS), List.of(2L));
    assertEquals(driven.numbers(), List.of(1L));
  }

  @Test
  public void aCopyFollowsAtOnceAndTakesNoCapacity() {
    Driven driven =
        Driven.of(
            LinkProfile.IDEAL
                .withOverheadBytes(0)
                .withCapacity(Capacity.constant(8_000_000))
                .withDuplicate(1));
    driven.send(0, 1000);
    driven.send(0, 1000);
    driven.finish();
    assertEquals(driven.dues(), List.of(1_000_000L, 1_000_000L, 2_000_000L, 2_000_000L));
    assertEquals(driven.numbers(), List.of(0L, 0L, 1L, 1L));
    assertEquals(
        driven.delivered.stream().map(delivery -> delivery.passage().copy()).toList(),
        List.of(0, 1, 0, 1));
  }

  @Test
  public void theShareOfCopiesIsAsAsked() {
    Driven driven = sent(LinkProfile.IDEAL.withDuplicate(0.1), 100);
    assertEquals(driven.delivered.size(), MANY * 1.1, 4 * Math.sqrt(MANY * 0.09));
  }

  @Test
  public void heldBackPacketsAreOvertakenByTheirTime() {
    Driven driven =
        sent(LinkProfile.IDEAL.withReorder(new Reorder(0.1, Duration.ofNanos(3_500_000))), 100);
    List<Long> held = new ArrayList<>();
    for (Driven.Delivery delivery : driven.delivered) {
      long took = delivery.dueNanos() - delivery.passage().arrivalNanos();
      assertTrue(took == 0 || took == 3_500_000, "took " + took);
      if (took > 0) {
        held.add(delivery.passage().number());
      }
    }
    assertEquals(held.size(), MANY * 0.1, 4 * Math.sqrt(MANY * 0.09));
    long first = held.get(0);
    int place = driven.numbers().indexOf(first);
    assertTrue(driven.numbers().subList(0, place).contains(first + 1));
    assertEquals(driven.delivered.size(), MANY);
  }

  @Test
  public void aFlippedBitIsSomewhereInThePayload() {
    Driven driven = sent(LinkProfile.IDEAL.withCorrupt(0.5), 10);
    int[] hits = new int[80];
    int flipped = 0;
    for (Driven.Delivery delivery : driven.delivered) {
      long bit = delivery.passage().flippedBit();
      if (bit >= 0) {
        hits[(int) bit]++;
        flipped++;
      }
    }
    assertEquals(flipped, MANY * 0.5, 4 * Math.sqrt(MANY * 0.25));
    for (int hit : hits) {
      assertEquals(hit, 125.0, 60.0);
    }
  }

  @Test
  public void anEmptyPayloadHasNoBitToFlip() {
    Driven driven = sent(LinkProfile.IDEAL.withCorrupt(1), 0);
    assertTrue(
        driven.delivered.stream().allMatch(delivery -> delivery.passage().flippedBit() == -1));
  }

  @Test
  public void directionsHaveTheirOwnPackets() {
    Driven driven = Driven.of(LinkProfile.IDEAL);
    driven.send(0, Direction.UP, 10);
    driven.send(0, Direction.DOWN, 20);
    driven.finish();
    assertEquals(
        driven.delivered.stream()
            .map(delivery -> delivery.direction() + " " + delivery.passage().bytes())
            .toList(),
        List.of("UP 10", "DOWN 20"));
    assertEquals(driven.numbers(), List.of(0L, 0L));
  }
}
