package dev.parley.architecture;

import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Each rule, held against classes that break it on purpose. */
public final class RulesCanFailTest {
  private static final String ROOT = "dev.parley.architecture.fixture";

  private final JavaClasses fixture = new ClassFileImporter().importPackages(ROOT);

  @DataProvider
  Object[][] violations() {
    return new Object[][] {
      {"leaf network", "fixture.network.LeafThatLooksUp"},
      {"harness", "fixture.harness.schedule.SchedulerThatKnowsTheCatalogue"},
      {"scenarios", "fixture.scenarios.ScenarioThatReachesIn"},
      {"public interface", "fixture.harness.ApiThatLeadsIn"},
      {"layer call", "fixture.harness.call.CallThatSchedules"},
      {"layer endpoint", "fixture.harness.endpoint.EndpointThatCalls"},
      {"pure stats", "fixture.harness.stats.StatsThatWrite"},
      {"stats and browsers", "fixture.harness.stats.StatsThatWrite"},
      {"cycles", "Cycle detected"},
      {"sleep", "fixture.harness.call.CallThatSchedules"},
      {"logging", "fixture.harness.call.CallThatSchedules"},
      {"streams", "fixture.harness.call.CallThatSchedules"},
      {"static state", "CallThatSchedules.CALLS"},
      {"static state", "CallThatSchedules.seen"},
      {"null-marked", "fixture.harness.call has no package-info"},
    };
  }

  @Test(dataProvider = "violations")
  public void findsTheViolation(String rule, String expected) {
    EvaluationResult result = evaluate(rule);
    assertTrue(result.hasViolation(), "'" + rule + "' found nothing");
    String report = result.getFailureReport().toString();
    assertTrue(report.contains(expected), "expected " + expected + " in: " + report);
  }

  @Test
  public void leavesWhatIsAllowedAlone() {
    String report = evaluate("scenarios").getFailureReport().toString();
    assertFalse(report.contains("ScenarioThatBehaves"), report);
    String streams = evaluate("streams").getFailureReport().toString();
    assertFalse(streams.contains("CommandThatSpeaks"), streams);
  }

  private EvaluationResult evaluate(String name) {
    Map<String, ArchRule> rules = new HashMap<>(new ArchitectureRules(ROOT).all());
    rules.putAll(CodingRules.all());
    return Objects.requireNonNull(rules.get(name), name).evaluate(fixture);
  }
}
