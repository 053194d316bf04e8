package dev.parley.harness.testng;

import static org.testng.Assert.assertEquals;

import dev.parley.harness.call.LiveCall;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.AttemptResult;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** How each outcome is told to TestNG, and so to Surefire and IDEs. */
public final class StatusTest {

  private record Decided(AttemptResult result) implements CellSource {
    @Override
    public List<LiveCall> callsOf(Method method) {
      CellId cell = CellId.parse("ends/chrome~chrome");
      return List.of(new LiveCall(cell, Duration.ofSeconds(1)));
    }

    @Override
    public AttemptResult run(LiveCall call, Attempt.Body body) {
      body.run();
      return result;
    }
  }

  @DataProvider
  Object[][] outcomes() {
    return new Object[][] {
      {Outcome.FAILED, ITestResult.FAILURE},
      {Outcome.ERRORED, ITestResult.FAILURE},
      {Outcome.INCONCLUSIVE, ITestResult.FAILURE},
      {Outcome.UNSUPPORTED, ITestResult.SKIP},
    };
  }

  @Test(dataProvider = "outcomes")
  public void everyOutcomeHasItsStatus(Outcome outcome, int status) {
    TestListenerAdapter seen = run(new AttemptResult(outcome, "for this reason"));
    List<ITestResult> all =
        Stream.of(seen.getPassedTests(), seen.getFailedTests(), seen.getSkippedTests())
            .flatMap(List::stream)
            .toList();
    assertEquals(all.size(), 1, all.toString());
    assertEquals(all.get(0).getStatus(), status);
    assertEquals(all.get(0).getThrowable().getMessage(), outcome.word() + ": for this reason");
    assertEquals(all.get(0).getAttribute("parley.outcome"), outcome.word());
  }

  private static TestListenerAdapter run(AttemptResult result) {
    TestNG testng = new TestNG(false);
    testng.setVerbose(0);
    testng.setServiceLoaderClassLoader(
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()));
    TestListenerAdapter seen = new TestListenerAdapter();
    testng.addListener(seen);
    testng.addListener(new ScenarioListener(new Decided(result)));
    testng.setTestClasses(new Class<?>[] {EndsEarly.class});
    testng.run();
    return seen;
  }
}
