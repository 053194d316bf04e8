package dev.parley.reports.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The report's folder: filled under another name and put in place when it is whole. */
final class ReportFolder implements AutoCloseable {
  private static final List<String> ASSETS = List.of("report.css", "report.js", "parley.svg");

  private final Path whole;
  private final Path part;
  private final Path old;

  ReportFolder(Path runDir) {
    this.whole = runDir.resolve("report");
    this.part = runDir.resolve(".report-part");
    this.old = runDir.resolve(".report-old");
  }

  Path index() {
    return whole.resolve("index.html");
  }

  /** Begins afresh; what an earlier, broken attempt left is removed. */
  void begin() throws IOException {
    delete(part);
    Files.createDirectories(part.resolve("cells"));
    Files.createDirectories(part.resolve("assets"));
    for (String asset : ASSETS) {
      try (InputStream in = ReportFolder.class.getResourceAsStream("assets/" + asset)) {
        if (in == null) {
          throw new FileNotFoundException("the report's asset " + asset + " is not in the jar");
        }
        Files.copy(in, part.resolve("assets").resolve(asset));
      }
    }
  }

  void write(String path, String text) throws IOException {
    Files.writeString(part.resolve(path), text);
  }

  /** Puts the folder in place of an earlier one. */
  void publish() throws IOException {
    delete(old);
    if (Files.exists(whole)) {
      Files.move(whole, old);
    }
    Files.move(part, whole);
    delete(old);
  }

  @Override
  public void close() throws IOException {
    delete(part);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
