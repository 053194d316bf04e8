package dev.parley.harness.endpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where browsers and drivers are looked for.
 *
 * @param environment the variables, {@code PATH} among them
 * @param root what absolute well-known places lie below; {@code /} but in tests
 */
record Machine(Os os, Map<String, String> environment, Path home, Path root) {

  /** The systems whose well-known places differ. */
  enum Os {
    LINUX,
    MACOS,
    WINDOWS
  }

  Machine {
    environment = Map.copyOf(environment);
  }

  /** The machine that this runs on. */
  static Machine current() {
    return new Machine(
        osOf(System.getProperty("os.name", "")),
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        Path.of("/").toAbsolutePath());
  }

  static Os osOf(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("windows")) {
      return Os.WINDOWS;
    }
    return lower.contains("mac") || lower.contains("darwin") ? Os.MACOS : Os.LINUX;
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** An absolute place, moved below the root. */
  Path place(String absolute) {
    return absolute.startsWith("/") ? root.resolve(absolute.substring(1)) : Path.of(absolute);
  }

  /** The executable's file name on this system. */
  String executable(String name) {
    return os == Os.WINDOWS ? name + ".exe" : name;
  }

  /** The name in every folder of {@code PATH}. */
  List<Path> onPath(String name) {
    List<Path> places = new ArrayList<>();
    String separator = os == Os.WINDOWS ? ";" : ":";
    for (String folder : variable("PATH").orElse("").split(separator, -1)) {
      if (!folder.isBlank()) {
        places.add(Path.of(folder).resolve(executable(name)));
      }
    }
    return places;
  }

  /** The user's cache folder for Parley. */
  Path cache() {
    Path base =
        variable("XDG_CACHE_HOME")
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(home.resolve(".cache"));
    return base.resolve("parley");
  }
}
