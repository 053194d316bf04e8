package dev.parley.harness.testng;

import dev.parley.harness.Scenario;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.ITestAnnotation;

/** The data provider that every scenario is given; a listener puts the rows in. */
public final class CallRows {
  static final String NAME = "parley-calls";

  private CallRows() {}

  /** One row to be replaced: without Parley's listener, a scenario is told why it has no call. */
  @DataProvider(name = NAME)
  public static Object[][] calls() {
    return new Object[][] {{}};
  }

  /** Gives a scenario its rows; leaves other methods alone. */
  static void supply(ITestAnnotation annotation, @Nullable Method method) {
    if (isScenario(method)) {
      annotation.setDataProvider(NAME);
      annotation.setDataProviderClass(CallRows.class);
    }
  }

  static boolean isScenario(@Nullable Method method) {
    return method != null && method.getAnnotationsByType(Scenario.class).length > 0;
  }
}
