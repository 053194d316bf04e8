package dev.parley.harness.matrix;

import dev.parley.harness.Call;
import dev.parley.harness.Scenario;

/** Scenarios with every kind of network; none of them makes a call. */
public class NetworkScenarios {

  @Scenario(id = "plain", title = "Over anything")
  public void plain(Call call) {}

  @Scenario(
      id = "lossy",
      title = "Over two by default",
      networks = {"ideal", "loss-5"})
  public void lossy(Call call) {}

  @Scenario(id = "case", title = "Over its own", networks = "3g@offerer", ownNetwork = true)
  public void ownCase(Call call) {}

  @Scenario(
      id = "cases",
      title = "Over its own two",
      networks = {"3g", "4g"},
      ownNetwork = true)
  public void ownCases(Call call) {}

  @Scenario(id = "astray", title = "Over one that there is not", networks = "loss-6")
  public void astray(Call call) {}
}
