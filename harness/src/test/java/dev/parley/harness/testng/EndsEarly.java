package dev.parley.harness.testng;

import dev.parley.harness.Call;
import dev.parley.harness.CallUnsupported;
import dev.parley.harness.Scenario;
import org.testng.annotations.Test;

/** A scenario for {@link StatusTest}; not called a test, so that Surefire leaves it alone. */
public final class EndsEarly {

  @Test
  @SuppressWarnings("DoNotCallSuggester") // TestNG calls it.
  @Scenario(id = "ends", title = "Ends early")
  public void ends(Call call) {
    throw new CallUnsupported("what the scenario throws is for the judge");
  }
}
