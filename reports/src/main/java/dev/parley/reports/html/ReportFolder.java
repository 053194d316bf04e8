package dev.parley.reports.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report's folder, with what every page needs.
 *
 * @param path the folder; it does not exist before {@link #begin()}
 */
record ReportFolder(Path path) {
  private static final List<String> ASSETS = List.of("report.css", "report.js", "parley.svg");

  void begin() throws IOException {
    Files.createDirectories(path.resolve("cells"));
    Files.createDirectories(path.resolve("assets"));
    for (String asset : ASSETS) {
      try (InputStream in = ReportFolder.class.getResourceAsStream("assets/" + asset)) {
        if (in == null) {
          throw new FileNotFoundException("the report's asset " + asset + " is not in the jar");
        }
        Files.copy(in, path.resolve("assets").resolve(asset));
      }
    }
  }

  void write(String page, String text) throws IOException {
    Files.writeString(path.resolve(page), text);
  }
}
