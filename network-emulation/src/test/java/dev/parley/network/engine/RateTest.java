package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Capacity.Step;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Queue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Capacity that changes. */
public final class RateTest {
  private static final long MILLI = 1_000_000L;
  private static final LinkProfile LINK =
      LinkProfile.IDEAL
          .withOverheadBytes(0)
          .withQueue(new Queue.DropTail(new Queue.Limit.Packets(1_000_000)));

  @Test
  public void whatIsBeingSerialisedFinishesAtTheOldRate() {
    Driven driven = Driven.of(LINK.withCapacity(Capacity.constant(8_000_000)));
    for (int i = 0; i < 3; i++) {
      driven.send(0, 1000);
    }
    driven.link.change(MILLI + 1, Direction.UP, LinkChange.rate(800_000));
    driven.finish();
    assertEquals(driven.dues(), List.of(MILLI, 2 * MILLI, 12 * MILLI));
  }

  @Test
  public void whatBeginsWithTheChangeHasTheNewRate() {
    Driven driven = Driven.of(LINK.withCapacity(Capacity.constant(8_000_000)));
    for (int i = 0; i < 2; i++) {
      driven.send(0, 1000);
    }
    driven.link.change(MILLI, Direction.UP, LinkChange.rate(800_000));
    driven.finish();
    assertEquals(driven.dues(), List.of(MILLI, 11 * MILLI));
  }

  @Test
  public void aFractionOfANanosecondBeforeAChangeIsBeforeIt() {
    // 1 byte at 3 Mbit/s takes 2666 2/3 ns: the second begins before the change at 2667.
    Driven driven = Driven.of(LINK.withCapacity(Capacity.constant(3_000_000)));
    driven.send(0, 1);
    driven.send(0, 1);
    driven.send(0, 1);
    driven.link.change(2667, Direction.UP, LinkChange.rate(8_000_000));
    driven.finish();
    assertEquals(driven.dues(), List.of(2667L, 5334L, 6334L));
  }

  @Test
  public void waitingPacketsLeaveAtOnceWhenTheLimitIsLifted() {
    Driven driven = Driven.of(LINK.withCapacity(Capacity.constant(8_000_000)));
    for (int i = 0; i < 4; i++) {
      driven.send(0, 1000);
    }
    driven.link.change(5, Direction.UP, LinkChange.capacity(Capacity.UNLIMITED));
    driven.finish();
    assertEquals(driven.dues(), List.of(MILLI, MILLI, MILLI, MILLI));
  }

  @DataProvider
  Object[][] seeds() {
    return new Object[][] {{1L}, {2L}, {3L}, {4L}, {5L}, {6L}, {7L}, {8L}};
  }

  /** Against fractions of unbounded size, through one busy period with steps of odd rates. */
  @Test(dataProvider = "seeds")
  public void staysExactThroughSteps(long seed) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 6; i++) {
      steps.add(new Step(Duration.ofNanos(at), 100_000 + random.nextInt(9_000) * 997L));
      at += 1 + random.nextInt(500_000_000);
    }
    Driven driven = Driven.of(LINK.withCapacity(new Capacity.Steps(steps, Duration.ZERO)));
    driven.link.startSchedule(0);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      sizes.add(40 + random.nextInt(1400));
      driven.link.enqueue(0, Direction.UP, 0L, sizes.get(i));
    }
    driven.finish();
    assertEquals(driven.dues(), reference(steps, sizes), "seed " + seed);
  }

  private static List<Long> reference(List<Step> steps, List<Integer> sizes) {
    BigInteger part = BigInteger.ZERO;
    BigInteger of = BigInteger.ONE;
    List<Long> dues = new ArrayList<>();
    for (int size : sizes) {
      long begin = part.divide(of).longValueExact();
      BigInteger rate = BigInteger.valueOf(rateAt(steps, begin));
      BigInteger nanos = BigInteger.valueOf(size * 8_000_000_000L);
      part = part.multiply(rate).add(nanos.multiply(of));
      of = of.multiply(rate);
      BigInteger common = part.gcd(of);
      part = part.divide(common);
      of = of.divide(common);
      dues.add(part.add(of).subtract(BigInteger.ONE).divide(of).longValueExact());
    }
    return dues;
  }

  private static long rateAt(List<Step> steps, long nanos) {
    long rate = steps.get(0).bitsPerSecond();
    for (Step step : steps) {
      rate = step.at().toNanos() <= nanos ? step.bitsPerSecond() : rate;
    }
    return rate;
  }

  @DataProvider
  Object[][] offers() {
    return new Object[][] {{50_000L, 1.1}, {1_000_000L, 2.0}, {30_000_000L, 1.01}};
  }

  @Test(dataProvider = "offers")
  public void anOverloadedLinkCarriesItsRate(long rate, double offered) {
    Driven driven = Driven.of(LINK.withCapacity(Capacity.constant(rate)).withQueue(Queue.DEFAULT));
    long gap = Math.round(1200 * 8e9 / (rate * offered));
    for (int i = 0; i < 20_000; i++) {
      driven.send(i * gap, 1200);
    }
    driven.finish();
    int count = driven.delivered.size();
    double seconds = (driven.dues().get(count - 1) - driven.dues().get(0)) / 1e9;
    assertEquals((count - 1) * 1200 * 8 / seconds, (double) rate, 0.005 * rate);
  }
}
