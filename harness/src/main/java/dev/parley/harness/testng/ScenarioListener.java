package dev.parley.harness.testng;

import dev.parley.harness.call.LiveCall;
import dev.parley.harness.schedule.AttemptResult;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.testng.IAnnotationTransformer;
import org.testng.IDataProviderInterceptor;
import org.testng.IDataProviderMethod;
import org.testng.IHookCallBack;
import org.testng.IHookable;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.annotations.ITestAnnotation;

/** Joins TestNG to the scheduler's attempts; leaves methods alone that are no scenarios. */
final class ScenarioListener
    implements IAnnotationTransformer, IDataProviderInterceptor, IHookable {
  private final CellSource cells;

  ScenarioListener(CellSource cells) {
    this.cells = cells;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void transform(
      ITestAnnotation annotation,
      @Nullable Class testClass,
      @Nullable Constructor testConstructor,
      @Nullable Method testMethod) {
    CallRows.supply(annotation, testMethod);
  }

  @Override
  public Iterator<Object[]> intercept(
      Iterator<Object[]> original,
      IDataProviderMethod dataProvider,
      ITestNGMethod method,
      ITestContext context) {
    Method java = method.getConstructorOrMethod().getMethod();
    if (!CallRows.isScenario(java)) {
      return original;
    }
    return cells.callsOf(java).stream().map(call -> new Object[] {call}).iterator();
  }

  @Override
  public void run(IHookCallBack callBack, ITestResult testResult) {
    Object[] parameters = callBack.getParameters();
    if (parameters.length == 1 && parameters[0] instanceof LiveCall call) {
      testResult.setAttribute("parley.cell", call.cell().toString());
      report(testResult, cells.run(call, () -> body(callBack, testResult)));
    } else {
      callBack.runTestMethod(testResult);
    }
  }

  private static @Nullable Throwable body(IHookCallBack callBack, ITestResult testResult) {
    callBack.runTestMethod(testResult);
    Throwable thrown = testResult.getThrowable();
    return thrown instanceof InvocationTargetException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static void report(ITestResult testResult, AttemptResult result) {
    testResult.setAttribute("parley.outcome", result.outcome().word());
    String sentence = result.outcome().word() + ": " + result.reason();
    switch (result.outcome()) {
      case PASSED, FLAKY -> {}
      case UNSUPPORTED -> throw new SkipException(sentence);
      case FAILED, ERRORED, INCONCLUSIVE -> throw new AssertionError(sentence);
    }
  }
}
