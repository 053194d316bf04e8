package dev.parley.harness.endpoint;

import io.github.bonigarcia.wdm.WebDriverManager;
import java.nio.file.Path;
import java.time.Duration;

/** Drivers from their vendors, by WebDriverManager, which is kept from all but downloading. */
final class WebDriverManagerDownloads implements DriverInstaller.Downloads {

  @Override
  public Path fetch(Family family, String browserVersion, Path cache, Duration bound) {
    WebDriverManager manager =
        switch (family) {
          case CHROME -> WebDriverManager.chromedriver();
          case FIREFOX -> WebDriverManager.firefoxdriver();
          case EDGE -> WebDriverManager.edgedriver();
        };
    manager
        .browserVersion(browserVersion)
        .cachePath(cache.toString())
        .resolutionCachePath(cache.toString())
        .timeout((int) Math.max(1, bound.toSeconds() / 3))
        .avoidExport()
        .avoidOutputTree()
        .avoidBrowserDetection()
        .avoidShutdownHook()
        .avoidDockerLocalFallback()
        .setup();
    return Path.of(manager.getDownloadedDriverPath());
  }
}
