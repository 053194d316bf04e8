package dev.parley.harness.endpoint;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Downloads that work, fail, and never end. */
@SuppressWarnings("NullAway.Init") // TestNG sets the field up
public final class DriverInstallerTest {
  private static final Duration BOUND = Duration.ofSeconds(2);
  private Sandbox box;

  @BeforeMethod
  void open() {
    box = new Sandbox();
  }

  @AfterMethod(alwaysRun = true)
  void close() {
    box.close();
  }

  private DriverInstaller.Result install(DriverInstaller.Downloads downloads) {
    return new DriverInstaller(downloads, box.path("cache"), BOUND)
        .install(Family.CHROME, "156.0.1.2");
  }

  @Test
  void givesWhatWasFetchedForTheMajorVersion() {
    DriverInstaller.Result result =
        install((family, major, cache, bound) -> box.tool("cache/chromedriver", major));
    assertEquals(result.driver(), Optional.of(box.path("cache/chromedriver")));
    assertEquals(result.reason(), "");
  }

  @Test
  void aClosedNetworkIsSaidInOneLine() {
    DriverInstaller.Result result =
        install(
            (family, major, cache, bound) -> {
              throw new UncheckedIOException(new UnknownHostException("vendor.example"));
            });
    assertEquals(
        result.reason(),
        "chromedriver could not be downloaded: UnknownHostException: vendor.example");
  }

  @Test
  void aDownloadThatNeverEndsIsGivenUp() {
    long start = System.nanoTime();
    DriverInstaller.Result result = install((family, major, cache, bound) -> never());
    assertTrue(result.reason().contains("no answer within 2 s"), result.reason());
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(20).toNanos());
  }

  @Test
  void whatIsNoExecutableIsRefused() {
    DriverInstaller.Result result =
        install((family, major, cache, bound) -> box.path("cache/nothing"));
    assertTrue(result.reason().contains("no executable"), result.reason());
  }

  private static Path never() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Path.of("never");
  }
}
