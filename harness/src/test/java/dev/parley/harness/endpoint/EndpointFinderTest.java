package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Finding browsers and drivers in folders that play a machine. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class EndpointFinderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private Sandbox box;

  @BeforeMethod
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    box.close();
  }

  private EndpointFinder finder(Map<String, String> environment) {
    return new EndpointFinder(box.machine(Machine.Os.LINUX, environment), true, DEADLINE);
  }

  private String kind(String spec, Map<String, String> environment, String said) {
    EndpointException e =
        expectThrows(
            EndpointException.class, () -> finder(environment).find(EndpointSpec.parse(spec)));
    assertTrue(e.getMessage().contains(said), e.getMessage());
    return e.kind();
  }

  @Test
  void findsABrowserAndItsDriverOnThePath() {
    Path browser = box.tool("bin/chromium", "Chromium 156.0.1.2 built on X");
    Path driver = box.tool("bin/chromedriver", "ChromeDriver 156.9.9.9 (abc)");
    assertEquals(
        finder(Map.of()).find(EndpointSpec.parse("c=chromium")),
        new Endpoint("c", Family.CHROME, browser, "156.0.1.2", driver, "156.9.9.9"));
  }

  @Test
  void theEnvironmentsWordComesFirst() {
    box.tool("bin/firefox", "Mozilla Firefox 100.0");
    box.tool("bin/geckodriver", "geckodriver 0.1.0");
    Path browser = box.tool("other/firefox", "Mozilla Firefox 153.7.0esr");
    Path driver = box.tool("other/geckodriver", "geckodriver 0.37.1");
    Endpoint found =
        finder(
                Map.of(
                    "PARLEY_FIREFOX", browser.toString(),
                    "PARLEY_GECKODRIVER", driver.toString()))
            .find(EndpointSpec.of(Family.FIREFOX));
    assertEquals(found.binary(), browser);
    assertEquals(found.version(), "153.7.0");
    assertEquals(found.driver(), driver);
  }

  @Test
  void looksInWellKnownPlacesAndCaches() {
    Path browser = box.tool("opt/google/chrome/chrome", "Google Chrome 140.0.0.1");
    Path driver =
        box.tool("home/.cache/parley/drivers/chromedriver/linux64/140.0.1/chromedriver", "x 140.0");
    Endpoint found = finder(Map.of()).find(EndpointSpec.of(Family.CHROME));
    assertEquals(List.of(found.binary(), found.driver()), List.of(browser, driver));
    box.tool("usr/bin/firefox-esr", "Mozilla Firefox 128.1");
    Path gecko = box.tool("home/.cargo/bin/geckodriver", "geckodriver 0.37.1");
    assertEquals(finder(Map.of()).find(EndpointSpec.of(Family.FIREFOX)).driver(), gecko);
    assertEquals(
        finder(Map.of()).findAll().stream().map(Endpoint::alias).toList(),
        List.of("chrome", "firefox"));
  }

  @Test
  void macAndWindowsPlacesAreKnown() {
    Path mac =
        box.tool("Applications/Firefox.app/Contents/MacOS/firefox", "Mozilla Firefox 150.0.1");
    box.tool("bin/geckodriver", "geckodriver 0.37.1");
    assertEquals(
        new EndpointFinder(box.machine(Machine.Os.MACOS, Map.of()), true, DEADLINE)
            .find(EndpointSpec.of(Family.FIREFOX))
            .binary(),
        mac);
    String programs = box.path("Program Files").toString();
    Path windows = box.tool("Program Files/Microsoft/Edge/Application/msedge.exe", "no answer");
    box.tool("Program Files/Microsoft/Edge/Application/156.0.5.5/x", "");
    box.tool("bin/msedgedriver.exe", "Microsoft Edge WebDriver 156.0.5.5 (x)");
    Endpoint edge =
        new EndpointFinder(
                box.machine(Machine.Os.WINDOWS, Map.of("ProgramFiles", programs)), true, DEADLINE)
            .find(EndpointSpec.of(Family.EDGE));
    assertEquals(edge.binary(), windows);
    assertEquals(edge.version(), "156.0.5.5");
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(kind("chrome", Map.of(), "./parley setup"), "no-browser");
    assertEquals(kind("edge", Map.of(), "install Microsoft Edge"), "no-browser");
    assertEquals(kind("chrome@/no/such", Map.of(), "/no/such"), "no-browser");
    Path mute = box.tool("bin/google-chrome", "hello");
    assertEquals(kind("chrome", Map.of(), mute + " does not tell its version"), "no-browser");
    box.tool("bin/google-chrome", "Google Chrome 156.0.0.1");
    assertEquals(kind("chrome", Map.of(), "PARLEY_CHROMEDRIVER"), "no-driver");
  }

  @Test
  void refusesADriverOfAnotherMajorVersionUnlessTold() {
    box.tool("bin/google-chrome", "Google Chrome 156.0.0.1");
    Path old = box.tool("bin/chromedriver", "ChromeDriver 120.0.0.0");
    assertEquals(kind("chrome", Map.of(), old + " is 120.0.0.0"), "driver-mismatch");
    assertEquals(
        new EndpointFinder(box.machine(Machine.Os.LINUX, Map.of()), false, DEADLINE)
            .find(EndpointSpec.of(Family.CHROME))
            .driver(),
        old);
    Path fitting = box.tool("home/.cargo/bin/chromedriver", "ChromeDriver 156.3.3.3");
    assertEquals(finder(Map.of()).find(EndpointSpec.of(Family.CHROME)).driver(), fitting);
  }

  @Test
  void passesOverASnapAndSaysSoWhereThereIsNothingElse() {
    Path stub = box.script("bin/chromium-browser", "exec /snap/bin/chromium \"$@\"");
    assertEquals(kind("chrome", Map.of(), stub + " is a snap"), "no-browser");
    assertEquals(kind("chrome@" + stub, Map.of(), "is a snap"), "no-browser");
    Path real = box.tool("opt/google/chrome/chrome", "Google Chrome 156.0.0.1");
    box.tool("bin/chromedriver", "ChromeDriver 156.0.0.0");
    assertEquals(finder(Map.of()).find(EndpointSpec.of(Family.CHROME)).binary(), real);
  }

  @Test
  void aBrowserThatNeverTellsItsVersionIsBounded() {
    box.script("bin/google-chrome", "sleep 300");
    EndpointFinder finder =
        new EndpointFinder(
            box.machine(Machine.Os.LINUX, Map.of("PATH", box.path("bin") + ":/bin:/usr/bin")),
            true,
            Duration.ofMillis(300));
    long start = System.nanoTime();
    EndpointException e =
        expectThrows(
            EndpointException.class,
            () -> finder.find(EndpointSpec.parse("chrome@" + box.path("bin/google-chrome"))));
    assertEquals(e.kind(), "no-browser");
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos());
  }
}
