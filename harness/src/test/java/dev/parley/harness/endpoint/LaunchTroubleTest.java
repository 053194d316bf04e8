package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Drivers and browsers that do not start: a cause in bounded time, and nothing left. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class LaunchTroubleTest {
  private static final Duration SHORT = Duration.ofSeconds(5);
  private Sandbox box;

  @BeforeMethod(alwaysRun = true)
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    box.close();
  }

  private EndpointException failure(Family family, Path browser, Path driver) {
    Endpoint endpoint = new Endpoint("x", family, browser, "156.0.0.1", driver, "156.0.0.0");
    LaunchOptions options = LaunchOptions.defaults().withTimeouts(SHORT, SHORT);
    long start = System.nanoTime();
    OwnedRun run = box.run();
    try (run;
        EndpointPool pool = new EndpointPool(run, options)) {
      EndpointException e = expectThrows(EndpointException.class, () -> pool.lease(endpoint));
      assertTrue(ProcessTable.carrying(OwnedRun.RUN_MARK, run.marker()).isEmpty());
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(40).toNanos());
      return e;
    } finally {
      assertFalse(Files.exists(run.folder()));
    }
  }

  @Test
  void aDriverThatEndsAtOnce() {
    Path driver = box.script("bin/chromedriver", "echo the disk is on fire", "exit 7");
    EndpointException e = failure(Family.CHROME, box.tool("bin/chrome", "x 1.0"), driver);
    assertEquals(e.kind(), "browser-start");
    assertTrue(e.getMessage().contains("status 7"), e.getMessage());
    assertTrue(e.getMessage().contains("the disk is on fire"), e.getMessage());
    assertTrue(e.driverLog().contains("the disk is on fire"));
  }

  @Test
  void aDriverThatCannotBeStarted() {
    Path driver = box.write("bin/chromedriver", "#!/no/such/shell\n");
    EndpointException e = failure(Family.CHROME, box.tool("bin/chrome", "x 1.0"), driver);
    assertEquals(e.kind(), "browser-start");
  }

  @Test
  void aDriverThatNeverOpensItsPort() {
    Path driver = box.script("bin/chromedriver", "sleep 300");
    EndpointException e = failure(Family.CHROME, box.tool("bin/chrome", "x 1.0"), driver);
    assertEquals(e.kind(), "driver-hung");
    assertTrue(e.getMessage().contains("within 5 s"), e.getMessage());
  }

  @Test
  void aDriverThatNeverAnswers() {
    Path driver = StubDriver.script(box, "geckodriver", "0.1.0", box.path("request.json"), "hang");
    EndpointException e = failure(Family.FIREFOX, box.tool("bin/firefox", "x 1.0"), driver);
    assertEquals(e.kind(), "driver-hung", e.getMessage());
  }

  @Test
  void anInterruptedLaunchIsNoFailureToStartAndLeavesNothing() throws Exception {
    Path request = box.path("request.json");
    Path driver = StubDriver.script(box, "geckodriver", "0.1.0", request, "hang");
    Endpoint endpoint =
        new Endpoint("x", Family.FIREFOX, box.tool("bin/f", "x 1.0"), "1.0", driver, "0.1.0");
    OwnedRun run = box.run();
    try (run;
        EndpointPool pool = new EndpointPool(run, LaunchOptions.defaults())) {
      CompletableFuture<EndpointException> thrown = new CompletableFuture<>();
      Thread launch =
          new Thread(
              () ->
                  thrown.complete(
                      expectThrows(EndpointException.class, () -> pool.lease(endpoint))));
      launch.start();
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!Files.exists(request) && System.nanoTime() < deadline) {
        LockSupport.parkNanos(1_000_000);
      }
      assertTrue(Files.exists(request), "the driver was not asked for a session within 30 s");
      launch.interrupt();
      assertEquals(thrown.get(10, TimeUnit.SECONDS).kind(), "interrupted");
      assertTrue(ProcessTable.carrying(OwnedRun.RUN_MARK, run.marker()).isEmpty());
    }
  }

  @Test(groups = "browser")
  void aBrowserThatEndsAtOnce() {
    Endpoint chrome = new EndpointFinder().find(EndpointSpec.of(Family.CHROME));
    Path browser = box.script("bin/chrome", "echo no display; exit 1");
    EndpointException e = failure(Family.CHROME, browser, chrome.driver());
    assertEquals(e.kind(), "browser-start", e.getMessage());
    assertTrue(e.getMessage().contains(browser.toString()), e.getMessage());
    assertFalse(e.driverLog().isEmpty());
  }

  @Test(groups = "browser")
  void aFirefoxThatEndsAtOnce() {
    Endpoint firefox = new EndpointFinder().find(EndpointSpec.of(Family.FIREFOX));
    Path browser = box.script("bin/firefox", "echo no display; exit 1");
    EndpointException e = failure(Family.FIREFOX, browser, firefox.driver());
    assertEquals(e.kind(), "browser-start", e.getMessage());
  }
}
