package dev.parley.harness.endpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumOptions;
import org.openqa.selenium.edge.EdgeOptions;
import org.openqa.selenium.firefox.FirefoxOptions;
import org.openqa.selenium.remote.AbstractDriverOptions;

/** What each family is asked for in the new-session request. */
final class Capabilities {
  private final LaunchOptions options;
  private final boolean root;

  /**
   * For a machine.
   *
   * @param root whether we run as root, where Chromium's sandbox refuses to start
   */
  Capabilities(LaunchOptions options, boolean root) {
    this.options = options;
    this.root = root;
  }

  AbstractDriverOptions<?> of(Endpoint endpoint, Path profile) {
    return switch (endpoint.family()) {
      case CHROME -> chromium(new ChromeOptions(), endpoint, profile);
      case EDGE -> chromium(new EdgeOptions(), endpoint, profile);
      case FIREFOX -> firefox(endpoint);
    };
  }

  private ChromiumOptions<?> chromium(
      ChromiumOptions<?> chromium, Endpoint endpoint, Path profile) {
    List<String> arguments = new ArrayList<>(ChromiumFlags.of(options.headed(), root));
    arguments.add("--user-data-dir=" + profile);
    chromium.addArguments(arguments);
    chromium.setBinary(endpoint.binary().toFile());
    chromium.enableBiDi();
    return chromium;
  }

  private FirefoxOptions firefox(Endpoint endpoint) {
    FirefoxOptions firefox = new FirefoxOptions();
    FirefoxPrefs.ALL.forEach(firefox::addPreference);
    firefox.addArguments("--width=1280", "--height=800");
    if (!options.headed()) {
      firefox.addArguments("-headless");
    }
    firefox.setBinary(endpoint.binary());
    firefox.enableBiDi();
    return firefox;
  }
}
