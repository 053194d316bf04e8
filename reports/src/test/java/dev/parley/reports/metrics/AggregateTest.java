package dev.parley.reports.metrics;

import static java.util.Objects.requireNonNull;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.testng.annotations.Test;

public class AggregateTest {

  @Test
  public void noValuesHaveNoAggregate() {
    assertTrue(Aggregate.of().isEmpty());
    assertTrue(Aggregate.of(List.of()).isEmpty());
  }

  @Test
  public void oneValueHasNoDeviation() {
    Aggregate one = Aggregate.of(3).orElseThrow();

    assertEquals(one.n(), 1);
    assertNull(one.stddev());
    assertEquals(
        List.of(one.mean(), one.min(), one.p5(), one.p50(), one.p95(), one.max()),
        List.of(3.0, 3.0, 3.0, 3.0, 3.0, 3.0));
  }

  @Test
  public void aHandComputedSet() {
    Aggregate set = Aggregate.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0)).orElseThrow();

    assertEquals(set.n(), 8);
    assertEquals(set.mean(), 5, 1e-12);
    assertEquals(requireNonNull(set.stddev()), Math.sqrt(32 / 7.0), 1e-12);
    assertEquals(set.min(), 2, 0);
    assertEquals(set.p50(), 4.5, 1e-12);
    assertEquals(set.max(), 9, 0);
  }

  @Test
  public void quantilesAreOfHyndmanAndFansEighthType() {
    double[] toHundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
    Aggregate set = Aggregate.of(toHundred).orElseThrow();

    // (n + 1/3) p + 1/3, counted from 1
    assertEquals(set.p5(), (100 + 1 / 3.0) * 0.05 + 1 / 3.0, 1e-9);
    assertEquals(set.p95(), (100 + 1 / 3.0) * 0.95 + 1 / 3.0, 1e-9);
  }

  @Test
  public void theInputIsLeftAsItWas() {
    double[] values = {3, 1, 2};
    Aggregate.of(values);

    assertEquals(values, new double[] {3, 1, 2});
  }

  @Test
  public void aValueThatIsNotFiniteIsRefused() {
    expectThrows(IllegalArgumentException.class, () -> Aggregate.of(1, Double.NaN));
    expectThrows(IllegalArgumentException.class, () -> Aggregate.of(1, Double.POSITIVE_INFINITY));
  }
}
