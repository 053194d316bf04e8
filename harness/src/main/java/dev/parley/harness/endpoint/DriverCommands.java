package dev.parley.harness.endpoint;

import dev.parley.harness.endpoint.OwnedDriver.DriverCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.net.PortProber;

/** The command line of each family's driver. */
final class DriverCommands {
  /** Chromium puts a Unix socket 46 characters below; a socket's path holds 103 of them. */
  private static final int LONGEST_TMPDIR = 57;

  private final LaunchOptions options;
  private final Map<String, String> firefoxEnvironment;

  /**
   * For a run.
   *
   * @param firefoxEnvironment what Firefox alone is given, as the way to its sound server
   */
  DriverCommands(LaunchOptions options, Map<String, String> firefoxEnvironment) {
    this.options = options;
    this.firefoxEnvironment = Map.copyOf(firefoxEnvironment);
  }

  /**
   * The command for one launch.
   *
   * @param folder where driver and browser are to keep their temporary files
   */
  DriverCommand of(Endpoint endpoint, Path folder) {
    int port = PortProber.findFreePort();
    List<String> arguments = new ArrayList<>(List.of("--port=" + port));
    Map<String, String> environment = new HashMap<>();
    if (folder.toString().length() <= LONGEST_TMPDIR) {
      environment.put("TMPDIR", folder.toString());
    }
    if (endpoint.family() == Family.FIREFOX) {
      int socket = PortProber.findFreePort();
      arguments.add("--websocket-port=" + socket);
      arguments.addAll(List.of("--allow-origins", "http://127.0.0.1:" + socket));
      environment.put("MOZ_CRASHREPORTER_DISABLE", "1");
      environment.putAll(firefoxEnvironment);
    } else {
      arguments.add("--enable-chrome-logs");
      if (!options.buildCheck()) {
        arguments.add("--disable-build-check");
      }
    }
    return new DriverCommand(
        endpoint.driver(), port, arguments, environment, options.launchTimeout());
  }
}
