package dev.parley.harness.cli;

import dev.parley.harness.endpoint.DriverInstaller;
import dev.parley.harness.endpoint.Family;
import dev.parley.harness.matrix.UsageException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The part of {@code ./parley setup} that needs Java: the download of drivers. Whatever comes
 * before there is any Java is the launcher's.
 */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = "Makes this machine able to run: browsers, drivers, sound.")
final class SetupCommand implements Callable<Integer> {
  @Option(
      names = "--driver",
      hidden = true,
      paramLabel = "FAMILY=VERSION",
      description = "Download the driver for a browser of this version.")
  private Map<Family, String> drivers = new LinkedHashMap<>();

  @Override
  public Integer call() {
    if (drivers.isEmpty()) {
      throw new UsageException("'setup' is the launcher's: start it as ./parley setup");
    }
    DriverInstaller installer = new DriverInstaller();
    int code = ExitCode.PASS;
    for (Map.Entry<Family, String> wanted : drivers.entrySet()) {
      DriverInstaller.Result result = installer.install(wanted.getKey(), wanted.getValue());
      System.err.println(
          "  " + result.driver().map(path -> "downloaded " + path).orElse(result.reason()));
      code = result.driver().isPresent() ? code : ExitCode.NO_VERDICT;
    }
    return code;
  }
}
