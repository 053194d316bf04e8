package dev.parley.reports.metrics;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class FreezeRuleTest {

  @DataProvider
  public Object[][] thresholds() {
    return new Object[][] {{1 / 30.0, 1 / 30.0 + 0.150}, {0.075, 0.225}, {0.1, 0.3}, {1.0, 3.0}};
  }

  @Test(dataProvider = "thresholds")
  public void aFreezeBeginsAtThreeTimesTheAverageOr150MsOverIt(double average, double threshold) {
    assertEquals(FreezeRule.threshold(average), threshold, 1e-12);
    assertTrue(FreezeRule.isFreeze(FreezeRule.threshold(average), average));
    assertFalse(FreezeRule.isFreeze(threshold - 0.001, average));
  }

  @Test
  public void aGapThatIsNoFreezeCountsForNothing() {
    assertEquals(FreezeRule.frozen(Measured.of(0.1), Measured.of(0.04)), Measured.of(0));
    assertEquals(FreezeRule.frozen(Measured.of(4), Measured.of(0.04)), Measured.of(4));
    assertEquals(FreezeRule.frozen(Measured.of(4), Measured.UNDEFINED), Measured.UNDEFINED);
  }

  @Test
  public void theRatioCountsClosedAndOpenGapsAndNeverMoreThanTheWindow() {
    assertEquals(
        FreezeRule.ratio(Measured.of(1), Measured.of(4), Measured.of(10)), Measured.of(0.5));
    assertEquals(
        FreezeRule.ratio(Measured.of(1), Measured.of(10), Measured.of(10)), Measured.of(1));
    assertEquals(
        FreezeRule.ratio(Measured.of(0), Measured.of(0), Measured.of(0)), Measured.UNDEFINED);
    assertEquals(
        FreezeRule.ratio(Measured.NOT_REPORTED, Measured.of(4), Measured.of(10)),
        Measured.NOT_REPORTED);
  }
}
