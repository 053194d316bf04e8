package dev.parley.harness.schedule;

import dev.parley.harness.matrix.ScenarioMethod;

/** Runs a scenario's method for one attempt. */
public interface Invoker {

  /** Runs the method with the attempt's call, through {@link Attempt#run}. */
  void invoke(ScenarioMethod scenario, Attempt attempt);
}
