package dev.parley.reports.metrics;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.metrics.Adaptation.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class AdaptationTest {
  private static final double CAPACITY = 1_000_000;
  private static final Measured UNKNOWN = Measured.UNDEFINED;

  private static Phase phase(double fromS, double toS, double before) {
    Measured was = Double.isNaN(before) ? UNKNOWN : Measured.of(before);
    return new Phase(fromS * 1000, toS * 1000, CAPACITY, was);
  }

  /** A link that carries what is offered up to its capacity; rates in bit/s by time in seconds. */
  private static List<LinkSpan> link(
      double toS, double stepMs, DoubleUnaryOperator offered, double queue) {
    List<LinkSpan> intervals = new ArrayList<>();
    for (double from = 0; from < toS * 1000; from += stepMs) {
      double rate = offered.applyAsDouble(from / 1000);
      double bytes = rate * stepMs / 8000;
      double carried = Math.min(rate, CAPACITY) * stepMs / 8000;
      intervals.add(
          new LinkSpan(from, from + stepMs, bytes, carried, Measured.of(queue + from / 1e6)));
    }
    return intervals;
  }

  private static void isAbout(Measured measured, double expected) {
    assertTrue(measured.isPresent(), "expected " + expected + ", found it absent");
    assertEquals(measured.orElse(Double.NaN), expected, 1e-9);
  }

  @DataProvider
  public Object[][] steps() {
    return new Object[][] {{1000.0}, {250.0}, {100.0}};
  }

  @Test(dataProvider = "steps")
  public void utilisationIsOfTheLastHalfAlone(double step) {
    Adaptation use =
        Adaptation.of(phase(0, 20, Double.NaN), link(20, step, t -> t < 10 ? 0 : 700_000, 0));

    isAbout(use.utilisation(), 0.7);
    isAbout(use.overshoot(), 0);
    assertFalse(use.timeToRampUp().isPresent(), "nothing rose before the first phase");
    assertFalse(use.timeToBackOff().isPresent(), "nothing fell before the first phase");
  }

  @Test(dataProvider = "steps")
  public void aRiseIsTakenOnceASecondCarriesEightTenthsOfIt(double step) {
    Adaptation use =
        Adaptation.of(phase(0, 20, 500_000), link(20, step, t -> t < 6 ? 790_000 : 800_000, 0));

    isAbout(use.timeToRampUp(), 7);
    assertFalse(use.timeToBackOff().isPresent());
  }

  @Test(dataProvider = "steps")
  public void aFallIsFollowedOnceASecondOffersNoMoreThanIsCarried(double step) {
    Adaptation use =
        Adaptation.of(phase(0, 20, 3_000_000), link(20, step, t -> t < 4 ? 2_000_000 : 900_000, 0));

    isAbout(use.timeToBackOff(), 5);
    isAbout(use.overshoot(), 4.0 / 20);
    assertFalse(use.timeToRampUp().isPresent());
  }

  @Test
  public void whatNeverComesIsAbsentAndNotTheWholePhase() {
    List<LinkSpan> flooded = link(20, 1000, t -> 1_500_000, 0);
    List<LinkSpan> idle = link(20, 1000, t -> 100_000, 0);

    assertFalse(Adaptation.of(phase(0, 20, 2e6), flooded).timeToBackOff().isPresent());
    assertFalse(Adaptation.of(phase(0, 20, 5e5), idle).timeToRampUp().isPresent());
  }

  @Test
  public void theQueueIsJudgedOnceItHadTimeToDrain() {
    Adaptation use =
        Adaptation.of(
            phase(0, 20, Double.NaN),
            List.of(
                new LinkSpan(0, 10_000, 1, 1, Measured.of(0.3)),
                new LinkSpan(10_000, 20_000, 1, 1, Measured.of(0.02))));

    isAbout(use.queueDelay(), 0.02);
  }

  @Test
  public void whatWasNotObservedIsAbsent() {
    Adaptation none = Adaptation.of(phase(0, 20, 2e6), List.of());
    Adaptation start = Adaptation.of(phase(0, 20, 2e6), link(12, 1000, t -> 800_000, 0.01));

    for (Measured figure :
        List.of(none.utilisation(), none.overshoot(), none.queueDelay(), none.timeToBackOff())) {
      assertFalse(figure.isPresent());
    }
    assertFalse(start.utilisation().isPresent(), "2 of the last 10 s do not tell of all");
    isAbout(start.timeToBackOff(), 1);
  }

  /** Phases of 5 s, seen in spans of a second that begin anywhere. */
  @Test
  public void aShortPhaseIsJudgedHoweverTheSpansLie() {
    for (double begin = 0; begin < 1000; begin += 50) {
      List<LinkSpan> spans = new ArrayList<>();
      for (double from = begin; from < 20_000; from += 1000) {
        spans.add(new LinkSpan(from, from + 1000, 100_000, 100_000, UNKNOWN));
      }
      isAbout(Adaptation.of(phase(10, 15, 5e5), spans).utilisation(), 0.8);
    }
  }

  @Test
  public void anIntervalAcrossTheChangeBelongsToNeitherPhase() {
    List<LinkSpan> across = link(20, 3000, t -> t < 9 ? 0 : 800_000, 0);

    isAbout(Adaptation.of(phase(10, 20, 5e5), across).timeToRampUp(), 5);
  }

  @Test
  public void aGapIsNeverTakenForTimeThatWasObserved() {
    List<LinkSpan> halves = new ArrayList<>();
    for (int second = 0; second < 20; second++) {
      halves.add(new LinkSpan(second * 1000, second * 1000 + 500, 1e6, 1e5, UNKNOWN));
    }

    Adaptation use = Adaptation.of(phase(0, 20, 5e5), halves);

    assertFalse(use.timeToRampUp().isPresent(), "no second was seen from end to end");
  }

  /** Whatever was offered: no ratio is negative, and more capacity used is never less utilised. */
  @Test
  public void ratiosStayInBounds() {
    long seed = 8867;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      double[] rates = random.doubles(20, 0, 3e6).toArray();
      List<LinkSpan> some = link(20, 1000, t -> rates[(int) t], 0);
      List<LinkSpan> more = link(20, 1000, t -> rates[(int) t] * 1.1, 0);
      Adaptation less = Adaptation.of(phase(0, 20, 2e6), some);
      Adaptation greater = Adaptation.of(phase(0, 20, 2e6), more);
      String where = "round " + round + " of seed " + seed;
      double utilisation = less.utilisation().orElse(-1);
      assertTrue(utilisation >= 0 && utilisation <= 1, where);
      assertTrue(greater.utilisation().orElse(-1) >= utilisation, where);
      assertTrue(less.overshoot().orElse(-1) >= 0, where);
      assertTrue(greater.overshoot().orElse(-1) >= less.overshoot().orElse(2), where);
      less.timeToBackOff()
          .map(
              seconds -> {
                assertTrue(rates[(int) seconds - 1] <= CAPACITY, where);
                return seconds;
              });
    }
  }

  @Test
  public void aPhaseWithoutLengthOrLimitIsRefused() {
    expectThrows(IllegalArgumentException.class, () -> new Phase(0, 0, 1, UNKNOWN));
    expectThrows(IllegalArgumentException.class, () -> new Phase(0, 1, 0, UNKNOWN));
    expectThrows(
        IllegalArgumentException.class, () -> new Phase(0, 1, Double.POSITIVE_INFINITY, UNKNOWN));
    expectThrows(IllegalArgumentException.class, () -> new LinkSpan(1, 1, 0, 0, UNKNOWN));
  }
}
