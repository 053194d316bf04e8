package dev.parley.reports.metrics;

import static org.testng.Assert.assertEquals;

import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The limits of lateness, on both sides. */
public class LatenessRuleTest {

  @DataProvider
  @Nullable Object[][] links() {
    return new @Nullable Object[][] {
      {2.0, 0.0, null, true},
      {2.01, 0.0, null, false},
      {2.01, 0.0, 20.0, false},
      {5.0, 0.01, 100.0, true},
      {5.01, 0.0, 100.0, false},
      {0.1, 0.0101, 100.0, false},
    };
  }

  @Test(dataProvider = "links")
  public void isTheLargerOfTwoMillisecondsAndATwentiethOfTheDelay(
      double p95, double lateShare, @Nullable Double delay, boolean inTime) {
    assertEquals(LatenessRule.inTime(p95, lateShare, delay), inTime);
  }
}
