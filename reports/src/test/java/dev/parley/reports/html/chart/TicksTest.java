package dev.parley.reports.html.chart;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import org.testng.Reporter;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Ticks are round, enclose the range and are few. */
public final class TicksTest {

  @Test
  public void takesStepsOfOneTwoOrFive() {
    assertEquals(Ticks.enclosing(0, 10, 5).values(), List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0));
    assertEquals(Ticks.enclosing(0, 1.53, 5).values(), List.of(0.0, 0.5, 1.0, 1.5, 2.0));
    assertEquals(Ticks.enclosing(0, 100, 5).step(), 20.0);
    assertEquals(Ticks.enclosing(0, 0.0031, 5).step(), 0.001);
  }

  @Test
  public void aSingleValueStillHasAnAxis() {
    assertEquals(Ticks.enclosing(0, 0, 5).to(), 1.0);
    assertTrue(Ticks.enclosing(7, 7, 5).to() >= 7);
    assertTrue(Ticks.enclosing(-7, -7, 5).from() <= -7);
  }

  @Test
  public void labelsHaveTheDecimalsOfTheStep() {
    assertEquals(new Ticks(0, 1, 0.2).label(0.6000000000000001), "0.6");
    assertEquals(new Ticks(0, 0.5, 0.05).label(0.05), "0.05");
    assertEquals(new Ticks(0, 10, 2).label(4), "4");
    assertEquals(new Ticks(0, 1, 0.2).label(0), "0");
    assertEquals(new Ticks(0, 250_000, 50_000).label(250_000), "250\u202f000");
  }

  @Test
  public void refusesWhatIsNoRange() {
    assertThrows(IllegalArgumentException.class, () -> Ticks.enclosing(1, 0, 5));
    assertThrows(IllegalArgumentException.class, () -> Ticks.enclosing(0, Double.NaN, 5));
    assertThrows(IllegalArgumentException.class, () -> Ticks.enclosing(0, 1, 0));
  }

  @DataProvider
  public Object[][] ranges() {
    long seed = 20_261_122;
    Reporter.log("seed " + seed, true);
    Random random = new Random(seed);
    Object[][] rows = new Object[200][];
    for (int i = 0; i < rows.length; i++) {
      double size = Math.pow(10, random.nextInt(14) - 6);
      double min = (random.nextDouble() - 0.5) * size;
      rows[i] = new Object[] {min, min + random.nextDouble() * size, 1 + random.nextInt(12)};
    }
    return rows;
  }

  @Test(dataProvider = "ranges")
  public void enclosesAnyRangeInFewRoundSteps(double min, double max, int most) {
    Ticks ticks = Ticks.enclosing(min, max, most);
    double slack = ticks.step() * 1e-6;
    assertTrue(ticks.from() <= min + slack, ticks.toString());
    assertTrue(ticks.to() >= max - slack, ticks.toString());
    long steps = Math.round((ticks.to() - ticks.from()) / ticks.step());
    assertTrue(steps >= 1 && steps <= Math.max(most, 2), steps + " steps of at most " + most);
    double mantissa = ticks.step() / Math.pow(10, Math.floor(Math.log10(ticks.step()) + 1e-9));
    assertTrue(List.of(1L, 2L, 5L).contains(Math.round(mantissa)), "step " + ticks.step());
    assertEquals(ticks.values().size(), steps + 1);
  }
}
