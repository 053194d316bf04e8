package dev.parley.harness.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process is allowed to do. */
final class Privileges {
  private Privileges() {}

  /** Whether it runs as Unix's root. */
  static boolean root() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
          && uid == 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
