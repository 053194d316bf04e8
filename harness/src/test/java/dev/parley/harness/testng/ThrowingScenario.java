package dev.parley.harness.testng;

import dev.parley.harness.Call;
import dev.parley.harness.CallFailed;
import dev.parley.harness.Scenario;
import org.testng.annotations.Test;

/** Run by tests alone. */
public class ThrowingScenario {
  @Test
  @Scenario(id = "throwing", title = "Throws")
  public void throwing(Call call) {
    throw new CallFailed("on purpose");
  }
}
