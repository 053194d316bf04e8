package dev.parley.harness.endpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What is said when something is missing: what was found, expected, and the command to give. */
final class Mend {
  static final String SETUP = "./parley setup";

  private Mend() {}

  static String noBrowser(Family family) {
    if (family == Family.EDGE) {
      return "no Edge found on PATH or in its well-known places: install Microsoft Edge, or name it"
          + " by edge@/path/to/msedge or %s".formatted(BrowserPlaces.variable(family));
    }
    return "no %s found on PATH or in its well-known places: run `%s`, or name it by %s@/path or %s"
        .formatted(family.word(), SETUP, family.word(), BrowserPlaces.variable(family));
  }

  static String noDriver(Family family, Path binary, String version) {
    return "no %s found for %s %s: run `%s`, or name it by %s"
        .formatted(
            DriverPlaces.name(family), binary, version, SETUP, DriverPlaces.variable(family));
  }

  static String reinstall(String name) {
    return "sudo apt-get install --reinstall " + name.toLowerCase(Locale.ROOT);
  }

  static String mismatch(Family family, Path binary, String version, List<String> seen) {
    return "%s is %s and wants a %s of the same major version, but %s: run `%s`, or name one by %s"
        .formatted(
            binary,
            version,
            DriverPlaces.name(family),
            String.join(", ", seen),
            SETUP,
            DriverPlaces.variable(family));
  }
}
