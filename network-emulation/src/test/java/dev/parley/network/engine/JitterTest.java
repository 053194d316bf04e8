package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Direction;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** How jitter is distributed, and whether it reorders. */
public final class JitterTest {
  private static final double MILLI = 1e6;
  private static final int MANY = 500_000;

  private static double[] millis(Jitter jitter) {
    RandomStream random = new RandomStream(1, "alice", Direction.UP, "jitter");
    return LongStream.range(0, MANY)
        .mapToDouble(number -> JitterModel.nanos(jitter, random.of(number)) / MILLI)
        .toArray();
  }

  /** Mean, standard deviation, least and greatest in ms, by the books. */
  @DataProvider
  Object[][] distributions() {
    Duration ten = Duration.ofMillis(10);
    // Of a standard normal cut at 1: 1 - 2 phi(1) / (2 Phi(1) - 1) = 0.29112509 is the variance.
    return new Object[][] {
      {Jitter.NONE, 0.0, 0.0, 0.0, 0.0},
      {new Jitter.Uniform(ten, true), 0.0, 10 / Math.sqrt(3), -10.0, 10.0},
      {new Jitter.TruncatedNormal(ten, 1, true), 0.0, Math.sqrt(29.112509), -10.0, 10.0},
      {new Jitter.TruncatedNormal(ten, 3, true), 0.0, Math.sqrt(97.333850), -30.0, 30.0},
      // Density 2 / (1 + x/10)^3 / 10 from 0, cut at 90: mean 90 / 11.
      {new Jitter.Pareto(ten, 2, Duration.ofMillis(90), true), 90 / 11.0, Double.NaN, 0.0, 90.0},
      {new Jitter.Pareto(Duration.ZERO, 2, ten, true), 0.0, 0.0, 0.0, 0.0},
      {new Jitter.Pareto(ten, 2, Duration.ZERO, true), 0.0, 0.0, 0.0, 0.0},
      {new Jitter.Uniform(Duration.ZERO, true), 0.0, 0.0, 0.0, 0.0},
    };
  }

  @Test(dataProvider = "distributions")
  public void isDistributedAsAsked(
      Jitter jitter, double mean, double sigma, double least, double most) {
    double[] drawn = millis(jitter);
    double sum = 0;
    double squares = 0;
    for (double value : drawn) {
      assertTrue(value >= least && value <= most, "drew " + value);
      sum += value;
      squares += value * value;
    }
    double found = sum / MANY;
    assertEquals(found, mean, 0.05);
    if (!Double.isNaN(sigma)) {
      assertEquals(Math.sqrt(squares / MANY - found * found), sigma, 0.03);
    }
  }

  @Test
  public void withoutReorderingNoneLeavesBeforeTheOneBeforeIt() {
    Driven driven = sent(new Jitter.TruncatedNormal(Duration.ofMillis(15), 3, false));
    long before = 0;
    for (long due : driven.dues()) {
      assertTrue(due >= before);
      before = due;
    }
    assertEquals(driven.numbers(), LongStream.range(0, 5000).boxed().toList());
  }

  @Test
  public void withReorderingSomeOvertake() {
    Driven driven = sent(new Jitter.TruncatedNormal(Duration.ofMillis(15), 3, true));
    List<Long> numbers = driven.numbers();
    int overtaken = 0;
    for (int i = 1; i < numbers.size(); i++) {
      overtaken += numbers.get(i) < numbers.get(i - 1) ? 1 : 0;
    }
    assertTrue(overtaken > 500, "overtaken " + overtaken);
  }

  @Test
  public void afterReorderingEndsNoneOvertakesThoseBefore() {
    Jitter shaken = new Jitter.Uniform(Duration.ofMillis(20), true);
    Driven driven =
        Driven.of(LinkProfile.IDEAL.withDelay(Duration.ofMillis(20)).withJitter(shaken));
    for (int i = 0; i < 200; i++) {
      driven.send(i, 100);
    }
    driven.link.change(
        200, Direction.UP, new LinkChange(null, null, Jitter.NONE, null, null, null));
    driven.send(201, 100);
    driven.finish();
    assertEquals(driven.numbers().get(200).longValue(), 200);
    assertTrue(driven.dues().get(200) > 30_000_000L);
  }

  @Test
  public void aSumBelowZeroIsNoDelay() {
    Driven driven = sent(new Jitter.TruncatedNormal(Duration.ofMillis(15), 3, true));
    long atOnce =
        driven.delivered.stream()
            .filter(delivery -> delivery.dueNanos() == delivery.passage().arrivalNanos())
            .count();
    // 20 ms less than the mean is beyond 1.33 sigma: a share of 0.09.
    assertEquals(atOnce / 5000.0, 0.09, 0.02);
    assertTrue(
        driven.delivered.stream()
            .allMatch(delivery -> delivery.dueNanos() >= delivery.passage().arrivalNanos()));
  }

  private static Driven sent(Jitter jitter) {
    Driven driven =
        Driven.of(LinkProfile.IDEAL.withDelay(Duration.ofMillis(20)).withJitter(jitter));
    for (int i = 0; i < 5000; i++) {
      driven.send(i * 5_000_000L, 100);
    }
    driven.finish();
    return driven;
  }
}
