package dev.parley.harness.endpoint;

import static org.testng.Assert.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;

/** A pool of real browsers and a page to open in them; nothing of it may be left. */
@SuppressWarnings("NullAway.Init") // TestNG sets the fields up
abstract class RealBrowsers {
  protected Sandbox box;
  protected OwnedRun run;
  protected EndpointPool pool;
  protected BlankPage page;

  @BeforeClass(alwaysRun = true)
  void open() {
    box = new Sandbox();
    run = box.run();
    pool =
        new EndpointPool(
            run,
            LaunchOptions.defaults().withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(20)));
    page = new BlankPage();
  }

  @AfterClass(alwaysRun = true)
  void close() {
    page.close();
    pool.close();
    Set<ProcessIdentity> left = ProcessTable.carrying(OwnedRun.RUN_MARK, run.marker());
    run.close();
    box.close();
    assertTrue(left.isEmpty(), "left after the pool was closed: " + left);
  }

  @DataProvider
  Object[] families() {
    return new Object[] {"chrome", "firefox"};
  }

  static Endpoint find(String family) {
    return new EndpointFinder().find(EndpointSpec.parse(family));
  }
}
