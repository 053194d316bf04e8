package dev.parley.harness.testng;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;
import org.testng.annotations.Test;

/** Run by tests alone; no nested class, which TestNG would run along with the one around it. */
public class EmbeddedScenarios {
  @Test
  @Scenario(id = "one", title = "Checks one thing")
  public void one(Call call) {
    call.check("word").found("yes").is("yes");
  }

  @Test
  @Scenario(id = "broken", title = "Breaks a check")
  public void broken(Call call) {
    call.check("word").found("no").is("yes");
  }

  @Test
  @Scenario(id = "bug", title = "Has a mistake of its own")
  public void bug(Call call) {
    throw new IllegalStateException("a mistake in the scenario");
  }

  @Test
  public void noScenario() {
    throw new IllegalStateException("only scenarios are to be run");
  }
}
