package dev.parley.harness.testng;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;
import org.testng.annotations.Test;

/** Run by tests alone. */
public class PlainScenario {
  @Test
  @Scenario(id = "plain", title = "Does nothing")
  public void plain(Call call) {}
}
