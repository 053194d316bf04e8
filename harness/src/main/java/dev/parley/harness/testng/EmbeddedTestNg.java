package dev.parley.harness.testng;

import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.harness.schedule.Attempt;
import dev.parley.harness.schedule.Invoker;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.testng.TestNG;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlInclude;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/** Runs each attempt as one embedded TestNG run of one method; the scheduler's door. */
public final class EmbeddedTestNg implements Invoker {

  @Override
  public void invoke(ScenarioMethod scenario, Attempt attempt) {
    TestNG testng = new TestNG(false);
    testng.setVerbose(0);
    testng.setDefaultSuiteName("parley");
    // The other door's listener is registered as a service; here it must not come in.
    testng.setServiceLoaderClassLoader(
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader()));
    testng.addListener(new ScenarioListener(new OneAttempt(scenario, attempt)));
    testng.setXmlSuites(List.of(suite(scenario)));
    testng.run();
  }

  private static XmlSuite suite(ScenarioMethod scenario) {
    XmlSuite suite = new XmlSuite();
    suite.setName("parley");
    XmlTest test = new XmlTest(suite);
    test.setName(scenario.key());
    XmlClass type = new XmlClass(scenario.method().getDeclaringClass());
    type.setIncludedMethods(List.of(new XmlInclude(scenario.method().getName())));
    test.setXmlClasses(List.of(type));
    return suite;
  }
}
