package dev.parley.harness.testng;

import dev.parley.harness.call.LiveCall;
import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.AttemptResult;
import java.lang.reflect.Method;
import java.util.List;

/**
 * The one attempt that the scheduler asks for.
 *
 * @param scenario what is to run
 * @param attempt the attempt at it
 */
record OneAttempt(ScenarioMethod scenario, Attempt attempt) implements CellSource {

  @Override
  public List<LiveCall> callsOf(Method method) {
    return method.equals(scenario.method()) ? List.of(attempt.call()) : List.of();
  }

  @Override
  public AttemptResult run(LiveCall call, Attempt.Body body) {
    return attempt.run(body);
  }
}
