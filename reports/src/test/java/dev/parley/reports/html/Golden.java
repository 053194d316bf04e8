package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with files kept in the repository; {@code -Dparley.golden=update} writes them anew. */
final class Golden {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "parley", "reports", "html", "golden");

  private Golden() {}

  static void compare(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("parley.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    String hint = name + " differs; if that is meant, run again with -Dparley.golden=update";
    assertEquals(actual.lines().toList(), Files.readString(file).lines().toList(), hint);
  }
}
