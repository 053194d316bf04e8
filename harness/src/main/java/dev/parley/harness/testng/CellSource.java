package dev.parley.harness.testng;

import dev.parley.harness.call.LiveCall;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.AttemptResult;
import java.lang.reflect.Method;
import java.util.List;

/** Says which calls a scenario's method is run with, and runs them. */
interface CellSource {

  /** The calls of one method, in running order; empty where the method is not to run. */
  List<LiveCall> callsOf(Method method);

  /** Runs the attempt that a call of {@link #callsOf} belongs to. */
  AttemptResult run(LiveCall call, Attempt.Body body);
}
