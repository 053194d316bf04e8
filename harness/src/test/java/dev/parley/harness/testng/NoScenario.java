package dev.parley.harness.testng;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Somebody's own tests, run by tests alone. */
public class NoScenario {
  @Test
  public void single() {}

  @Test
  public void wrong() {
    assertEquals(1, 2);
  }

  @DataProvider
  public Object[][] numbers() {
    return new Object[][] {{1}, {2}};
  }

  @Test(dataProvider = "numbers")
  public void rows(int number) {
    assertTrue(number > 0);
  }
}
