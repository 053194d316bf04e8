package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a family's driver may lie: configured, {@code PATH}, cargo's folder, the caches. */
final class DriverPlaces {
  private DriverPlaces() {}

  /** All places in the order in which they are tried; most do not exist. */
  static List<Path> of(Family family, Machine machine) {
    String name = name(family);
    List<Path> places = new ArrayList<>(configured(family, machine));
    places.addAll(machine.onPath(name));
    String file = machine.executable(name);
    places.add(machine.home().resolve(".cargo/bin").resolve(file));
    places.addAll(below(machine.cache().resolve("drivers"), file));
    places.addAll(below(machine.home().resolve(".cache/selenium").resolve(name), file));
    if (family == Family.CHROME) {
      places.add(machine.place("/usr/lib/chromium-browser/chromedriver"));
      places.add(machine.place("/usr/lib/chromium/chromedriver"));
    }
    return places;
  }

  /** The driver's name without an extension. */
  static String name(Family family) {
    return switch (family) {
      case CHROME -> "chromedriver";
      case FIREFOX -> "geckodriver";
      case EDGE -> "msedgedriver";
    };
  }

  /** The environment variable that names the driver. */
  static String variable(Family family) {
    return switch (family) {
      case CHROME -> "PARLEY_CHROMEDRIVER";
      case FIREFOX -> "PARLEY_GECKODRIVER";
      case EDGE -> "PARLEY_EDGEDRIVER";
    };
  }

  /** What the environment variable, or the system property that Selenium knows, names. */
  static List<Path> configured(Family family, Machine machine) {
    String property =
        switch (family) {
          case CHROME -> "webdriver.chrome.driver";
          case FIREFOX -> "webdriver.gecko.driver";
          case EDGE -> "webdriver.edge.driver";
        };
    List<Path> places = new ArrayList<>();
    machine.variable(variable(family)).map(Path::of).ifPresent(places::add);
    String value = System.getProperty(property);
    if (value != null && !value.isBlank()) {
      places.add(Path.of(value));
    }
    return places;
  }

  private static List<Path> below(Path folder, String file) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder, 4)) {
      return found
          .filter(path -> path.endsWith(file))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
