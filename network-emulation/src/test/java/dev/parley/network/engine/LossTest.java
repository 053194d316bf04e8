package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkProfile.LossPlace;
import dev.parley.network.model.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Which packets are lost. */
public final class LossTest {
  private static final int MILLION = 1_000_000;

  private static LossModel model(Loss loss, long seed) {
    return LossModel.of(loss, new RandomStream(seed, "alice", Direction.UP, "loss"), 0);
  }

  @DataProvider
  Object[][] rates() {
    return new Object[][] {{0.0}, {0.001}, {0.01}, {0.05}, {0.2}, {0.5}, {1.0}};
  }

  @Test(dataProvider = "rates")
  public void independentLossIsBinomial(double rate) {
    for (long seed = 1; seed <= 3; seed++) {
      LossModel model = model(new Loss.Independent(rate), seed);
      long lost = LongStream.range(0, MILLION).filter(model::takes).count();
      double sigma = Math.sqrt(MILLION * rate * (1 - rate));
      assertEquals((double) lost, MILLION * rate, 3 * sigma, "seed " + seed);
    }
  }

  @Test
  public void lossesInARowAreNoMoreLikely() {
    LossModel model = model(new Loss.Independent(0.2), 5);
    boolean before = false;
    long pairs = 0;
    for (int i = 0; i < MILLION; i++) {
      boolean lost = model.takes(i);
      pairs += lost && before ? 1 : 0;
      before = lost;
    }
    assertEquals((double) pairs, 0.04 * MILLION, 4 * Math.sqrt(MILLION * 0.04));
  }

  @DataProvider
  Object[][] bursts() {
    return new Object[][] {{0.01, 1.5}, {0.05, 4.0}, {0.2, 2.0}, {0.3, 10.0}};
  }

  /** Over so many packets that 2 % is more than three standard deviations of either figure. */
  @Test(dataProvider = "bursts")
  public void burstsHaveTheirMeanRateAndLength(double rate, double burst) {
    LossModel model = model(Loss.GilbertElliott.ofBursts(rate, burst), 1);
    int packets = 8 * MILLION;
    long lost = 0;
    long runs = 0;
    boolean before = false;
    for (int i = 0; i < packets; i++) {
      boolean takes = model.takes(i);
      lost += takes ? 1 : 0;
      runs += takes && !before ? 1 : 0;
      before = takes;
    }
    assertEquals((double) lost / packets, rate, 0.02 * rate);
    assertEquals((double) lost / runs, burst, 0.02 * burst);
  }

  @Test
  public void fourParametersHaveTheirMeanRate() {
    Loss.GilbertElliott loss = new Loss.GilbertElliott(0.02, 0.1, 0.01, 0.6);
    LossModel model = model(loss, 1);
    long lost = LongStream.range(0, 4 * MILLION).filter(model::takes).count();
    assertEquals(lost / 4e6, loss.meanRate(), 0.02 * loss.meanRate());
  }

  @Test
  public void badStateIsAsLikelyAtTheBeginningAsLater() {
    Loss loss = new Loss.GilbertElliott(0.001, 0.001, 0, 1);
    long lost = LongStream.range(0, 10_000).filter(seed -> model(loss, seed).takes(0)).count();
    assertEquals((double) lost, 5000.0, 200.0);
  }

  @Test
  public void aChainThatNeverGoesBadLosesNothing() {
    LossModel model = model(new Loss.GilbertElliott(0, 1, 0, 1), 1);
    assertEquals(LongStream.range(0, 10_000).filter(model::takes).count(), 0);
  }

  private static List<Long> lostOf(LossModel model, int packets) {
    return LongStream.range(0, packets).filter(model::takes).boxed().toList();
  }

  @Test
  public void periodsCountPackets() {
    assertEquals(
        lostOf(model(new Loss.Periodic(5, 2, 3), 1), 15), List.of(3L, 4L, 8L, 9L, 13L, 14L));
    assertEquals(lostOf(model(new Loss.Periodic(5, 0, 0), 1), 15), List.of());
    assertEquals(lostOf(model(new Loss.Periodic(1, 1, 13), 1), 15), List.of(13L, 14L));
  }

  @Test
  public void listsAreFollowedAndRepeated() {
    assertEquals(lostOf(model(new Loss.Explicit(List.of(0, 3), 0), 1), 12), List.of(0L, 3L));
    assertEquals(
        lostOf(model(new Loss.Explicit(List.of(0, 3), 5), 1), 12), List.of(0L, 3L, 5L, 8L, 10L));
    assertEquals(lostOf(model(new Loss.Explicit(List.of(), 0), 1), 12), List.of());
  }

  @Test
  public void aListCountsFromTheChangeThatBroughtIt() {
    Driven driven = Driven.of(LinkProfile.IDEAL);
    for (int i = 0; i < 10; i++) {
      if (i == 4) {
        driven.link.change(i, Direction.UP, LinkChange.loss(new Loss.Explicit(List.of(0, 2), 0)));
      }
      driven.send(i, 100);
    }
    driven.finish();
    assertEquals(driven.numbersDropped(DropCause.LOSS), List.of(4L, 6L));
  }

  @Test
  public void lossBeforeTheBottleneckTakesNoCapacity() {
    LinkProfile link =
        LinkProfile.IDEAL.withOverheadBytes(0).withCapacity(Capacity.constant(8_000_000));
    List<Long> dues = new ArrayList<>();
    for (LossPlace place : LossPlace.values()) {
      Driven driven = Driven.of(link.withLoss(new Loss.Periodic(2, 1, 0), place));
      for (int i = 0; i < 4; i++) {
        driven.send(0, 1000);
      }
      driven.finish();
      assertEquals(driven.numbers(), List.of(1L, 3L));
      assertEquals(driven.numbersDropped(DropCause.LOSS), List.of(0L, 2L));
      dues.addAll(driven.dues());
    }
    assertEquals(dues, List.of(1_000_000L, 2_000_000L, 2_000_000L, 4_000_000L));
  }

  @Test
  public void changedLossDoesNotTouchOtherDraws() {
    LossModel five = model(new Loss.Independent(0.05), 9);
    LossModel ten = model(new Loss.Independent(0.1), 9);
    for (int i = 0; i < 100_000; i++) {
      assertTrue(!five.takes(i) || ten.takes(i), "packet " + i);
    }
  }
}
