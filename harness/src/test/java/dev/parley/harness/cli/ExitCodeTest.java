package dev.parley.harness.cli;

import static org.testng.Assert.assertEquals;

import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ExitCodeTest {

  @DataProvider
  public Object[][] codes() {
    return new Object[][] {
      {ExitCode.PASS, 0},
      {ExitCode.PRODUCT_FAILED, 41},
      {ExitCode.USAGE, 2},
      {ExitCode.NO_VERDICT, 3},
      {-1, 3},
      {4, 3},
      {41, 3},
      {Integer.MAX_VALUE, 3},
    };
  }

  @Test(dataProvider = "codes")
  public void leavesTheJvmByAStatusThatOnlyParleyGives(int code, int status) {
    assertEquals(ExitCode.toStatus(code), status);
  }
}
