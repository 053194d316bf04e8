package dev.parley.harness.testng;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.call.LiveCall;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.AttemptResult;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ScenarioListenerTest {

  /** Runs each body, and gives the calls of a scenario these outcomes in turn. */
  private record Fake(List<Outcome> outcomes, List<String> seen) implements CellSource {
    @Override
    public List<LiveCall> callsOf(Method method) {
      List<LiveCall> calls = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        CellId cell = new CellId(method.getName(), List.of(), List.of("e" + i, "e" + i));
        calls.add(new LiveCall(cell, Duration.ofSeconds(1)));
      }
      return calls;
    }

    @Override
    public AttemptResult run(LiveCall call, Attempt.Body body) {
      Throwable thrown = body.run();
      seen.add(call.cell() + (thrown == null ? "" : " threw " + thrown.getMessage()));
      int number = Integer.parseInt(call.cell().endpoints().get(0).substring(1));
      return new AttemptResult(outcomes.get(number), "because");
    }
  }

  private static TestListenerAdapter run(Fake fake, Class<?> type) {
    TestNG testng = new TestNG(false);
    testng.setVerbose(0);
    testng.setServiceLoaderClassLoader(
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()));
    TestListenerAdapter results = new TestListenerAdapter();
    testng.addListener(results);
    testng.addListener(new ScenarioListener(fake));
    testng.setTestClasses(new Class<?>[] {type});
    testng.run();
    return results;
  }

  @DataProvider
  public Object[][] outcomes() {
    return new Object[][] {
      {Outcome.PASSED, "passed"},
      {Outcome.FAILED, "failed"},
      {Outcome.ERRORED, "failed"},
      {Outcome.INCONCLUSIVE, "failed"},
      {Outcome.UNSUPPORTED, "skipped"},
    };
  }

  @Test(dataProvider = "outcomes")
  public void turnsAnOutcomeIntoAStatus(Outcome outcome, String status) {
    Fake fake = new Fake(List.of(outcome), new ArrayList<>());

    TestListenerAdapter results = run(fake, PlainScenario.class);

    List<ITestResult> found =
        switch (status) {
          case "passed" -> results.getPassedTests();
          case "failed" -> results.getFailedTests();
          default -> results.getSkippedTests();
        };
    assertEquals(
        results.getPassedTests().size()
            + results.getFailedTests().size()
            + results.getSkippedTests().size(),
        1);
    assertEquals(found.size(), 1, status);
    ITestResult result = found.get(0);
    assertEquals(result.getAttribute("parley.outcome"), outcome.word());
    assertEquals(result.getAttribute("parley.cell"), "plain/e0~e0");
    Throwable thrown = result.getThrowable();
    if (!status.equals("passed")) {
      assertEquals(String.valueOf(thrown.getMessage()), outcome.word() + ": because");
      assertEquals(thrown instanceof SkipException, status.equals("skipped"));
    }
    assertEquals(fake.seen(), List.of("plain/e0~e0"));
  }

  @Test
  public void runsEveryCallOfAScenarioInOrder() {
    Fake fake = new Fake(List.of(Outcome.PASSED, Outcome.FAILED), new ArrayList<>());

    TestListenerAdapter results = run(fake, PlainScenario.class);

    assertEquals(fake.seen(), List.of("plain/e0~e0", "plain/e1~e1"));
    assertEquals(results.getPassedTests().size(), 1);
    assertEquals(results.getFailedTests().size(), 1);
  }

  @Test
  public void whatAScenarioThrowsReachesTheJudge() {
    Fake fake = new Fake(List.of(Outcome.UNSUPPORTED), new ArrayList<>());

    TestListenerAdapter results = run(fake, ThrowingScenario.class);

    assertEquals(fake.seen(), List.of("throwing/e0~e0 threw on purpose"));
    assertEquals(results.getSkippedTests().size(), 1);
  }

  @Test
  public void leavesOtherMethodsAlone() {
    Fake fake = new Fake(List.of(Outcome.PASSED), new ArrayList<>());

    TestListenerAdapter results = run(fake, NoScenario.class);

    assertEquals(fake.seen(), List.of());
    assertEquals(names(results.getPassedTests()), List.of("rows", "rows", "single"));
    assertEquals(names(results.getFailedTests()), List.of("wrong"));
    assertTrue(
        results.getPassedTests().stream().allMatch(r -> r.getAttributeNames().isEmpty()),
        "attributes of Parley on methods that are none of its own");
  }

  private static List<String> names(List<ITestResult> results) {
    return Arrays.asList(
        results.stream()
            .map(result -> result.getMethod().getMethodName())
            .sorted()
            .toArray(String[]::new));
  }
}
