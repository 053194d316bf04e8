package dev.parley.harness.matrix;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;
import dev.parley.harness.ScenarioSource;
import java.util.List;

/** Scenarios that are there to be found, chosen and planned; none of them makes a call. */
public class FixtureScenarios {

  /** Makes them known as a service. */
  public static final class Source implements ScenarioSource {
    @Override
    public List<Class<?>> scenarios() {
      return List.of(FixtureScenarios.class);
    }
  }

  @Scenario(id = "alpha", title = "First")
  public void alpha(Call call) {}

  @Scenario(id = "beta", parameters = "one", title = "Second, one way")
  @Scenario(id = "beta", parameters = "two", title = "Second, another way", byDefault = false)
  public void beta(Call call) {}

  @Scenario(id = "mesh", title = "Three of them", participants = 3, byDefault = false)
  public void mesh(Call call) {}

  /** Not a scenario. */
  public void other() {}
}
