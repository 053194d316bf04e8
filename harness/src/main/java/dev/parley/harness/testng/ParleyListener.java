package dev.parley.harness.testng;

import dev.parley.harness.matrix.ScenarioCatalogue;
import dev.parley.harness.matrix.ScenarioMethod;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.testng.IAnnotationTransformer;
import org.testng.IDataProviderInterceptor;
import org.testng.IDataProviderMethod;
import org.testng.IHookCallBack;
import org.testng.IHookable;
import org.testng.ISuite;
import org.testng.ISuiteListener;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.ITestResult;
import org.testng.annotations.ITestAnnotation;

/**
 * The door for IDEs, Surefire and {@code testng.xml}: registered as a service of TestNG.
 *
 * <p>Each suite that holds scenarios is a run of its own, with its reports. Methods that are no
 * scenarios are left alone. This door neither retries nor reorders. Settings are system properties,
 * see {@link SystemSettings}.
 */
public final class ParleyListener
    implements IAnnotationTransformer, IDataProviderInterceptor, IHookable, ISuiteListener {
  private final Map<String, ForeignRun> runs = new ConcurrentHashMap<>();

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
  public void onStart(ISuite suite) {
    List<ScenarioMethod> scenarios =
        suite.getAllMethods().stream()
            .map(method -> method.getConstructorOrMethod().getMethod())
            .distinct()
            .flatMap(method -> ScenarioCatalogue.of(method).stream())
            .toList();
    if (!scenarios.isEmpty()) {
      runs.put(suite.getName(), ForeignRun.open(scenarios, SystemSettings.read(), suite.getName()));
    }
  }

  @Override
  public Iterator<Object[]> intercept(
      Iterator<Object[]> original,
      IDataProviderMethod dataProvider,
      ITestNGMethod method,
      ITestContext context) {
    ForeignRun run = runs.get(context.getSuite().getName());
    return run == null
        ? original
        : new ScenarioListener(run).intercept(original, dataProvider, method, context);
  }

  @Override
  public void run(IHookCallBack callBack, ITestResult testResult) {
    ForeignRun run = runs.get(testResult.getTestContext().getSuite().getName());
    if (run == null) {
      callBack.runTestMethod(testResult);
    } else {
      new ScenarioListener(run).run(callBack, testResult);
    }
  }

  @Override
  public void onFinish(ISuite suite) {
    ForeignRun run = runs.remove(suite.getName());
    if (run != null) {
      run.close();
    }
  }
}
