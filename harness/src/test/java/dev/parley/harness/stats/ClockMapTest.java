package dev.parley.harness.stats;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.stats.ClockMap.Mapping;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ClockMapTest {
  private static final Logger LOG = LoggerFactory.getLogger(ClockMapTest.class);
  private static final long MS = 1_000_000;

  @Test
  public void withoutExchangesThereIsNoMapping() {
    ClockMap map = new ClockMap(0);
    map.add(0, Double.NaN, MS);

    assertTrue(map.mapping().isEmpty());
  }

  @Test
  public void oneExchangeIsTakenAtItsMiddle() {
    ClockMap map = new ClockMap(0.1);
    map.add(1000 * MS, 400, 1004 * MS);
    Mapping mapping = map.mapping().orElseThrow();

    assertEquals(mapping.offsetMs(), 602, 1e-9);
    assertEquals(mapping.driftPpm(), 0, 0);
    assertEquals(mapping.errorMs(), 2.1, 1e-9);
    assertEquals(mapping.exchanges(), 1);
    assertEquals(mapping.toRunMs(400), 1002, 1e-9);
    assertEquals(mapping.toPageMs(1002), 400, 1e-9);
    assertEquals(mapping.at(400).runMs(), 1002, 1e-9);
  }

  @Test
  public void theQuickestExchangeOutweighsSlowOnes() {
    ClockMap map = new ClockMap(0);
    for (int i = 0; i < 20; i++) {
      map.add((1000 + 10 * i) * MS, 100 + 10 * i, (1060 + 10 * i) * MS);
    }
    map.add(1300 * MS, 400.5, 1301 * MS);
    Mapping mapping = map.mapping().orElseThrow();

    assertEquals(mapping.offsetMs(), 900, 1e-9);
  }

  @Test
  public void driftIsFittedOverALongSpan() {
    ClockMap map = new ClockMap(0);
    for (int second = 0; second <= 60; second++) {
      double page = 1000 * second;
      long run = Math.round((5000 + page * 1.0001) * 1e6);
      map.add(run - 100_000, page, run + 100_000);
    }
    Mapping mapping = map.mapping().orElseThrow();

    assertEquals(mapping.driftPpm(), 100, 0.1);
    assertEquals(mapping.offsetMs(), 5000, 1e-3);
    assertEquals(mapping.errorMs(), 0.1, 0.01);
  }

  @Test
  public void noDriftIsReadFromTheNoiseOfAShortSpan() {
    ClockMap map = new ClockMap(0);
    for (int i = 0; i < 10; i++) {
      map.add((100 + i) * MS, i + 0.1 * (i % 3), (100 + i) * MS + MS / 2);
    }

    assertEquals(map.mapping().orElseThrow().driftPpm(), 0, 0);
  }

  @Test
  public void anAnswerBeforeItsQuestionIsRefused() {
    expectThrows(IllegalArgumentException.class, () -> new ClockMap(0).add(5, 1, 4));
    expectThrows(IllegalArgumentException.class, () -> new ClockMap(-1));
    expectThrows(IllegalArgumentException.class, () -> new ClockMap(Double.NaN));
  }

  @DataProvider
  public Object[][] sides() {
    return new Object[][] {{1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}};
  }

  /**
   * Queueing on one side or both, outliers, drift and a coarse page clock: the truth stays in
   * bounds.
   */
  @Test(dataProvider = "sides")
  public void theTruthLiesWithinTheBound(double askQueue, double answerQueue) {
    long seed = new Random().nextLong();
    LOG.info("seed {}", seed);
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      Line truth = new Line(1e5 * random.nextDouble(), 200 * random.nextDouble() - 100);
      double resolution = random.nextBoolean() ? 0 : 0.1;
      int seconds = 1 + random.nextInt(40);
      ClockMap map = new ClockMap(resolution);
      double quickest = Double.MAX_VALUE;
      for (int i = 0; i <= seconds * 4; i++) {
        double page = 1000 + 250 * i + 50 * random.nextDouble();
        double ask = 0.05 + delay(random, askQueue);
        double answer = 0.15 + delay(random, answerQueue);
        quickest = Math.min(quickest, ask + answer);
        double shown = resolution == 0 ? page : Math.floor(page / resolution) * resolution;
        map.add(nanos(truth.run(page) - ask), shown, nanos(truth.run(page) + answer));
      }
      Mapping mapping = map.mapping().orElseThrow();

      for (double page = 1050; page <= 1000 + seconds * 1000; page += 100) {
        double off = Math.abs(mapping.toRunMs(page) - truth.run(page));
        assertTrue(
            off <= mapping.errorMs() + 1e-5,
            "seed %d, round %d: off by %s, bound %s"
                .formatted(seed, round, off, mapping.errorMs()));
      }
      assertTrue(
          mapping.errorMs() <= 20 * quickest + resolution + 5,
          "seed " + seed + ": a bound that says nothing, " + mapping.errorMs());
    }
  }

  private record Line(double offset, double driftPpm) {
    double run(double page) {
      return offset + page * (1 + driftPpm / 1e6);
    }
  }

  private static long nanos(double ms) {
    return Math.round(ms * 1e6);
  }

  /** Mostly little queueing, now and then a lot. */
  private static double delay(Random random, double share) {
    double queue = -Math.log(1 - random.nextDouble()) * (random.nextInt(10) == 0 ? 30 : 0.3);
    return share * queue;
  }
}
