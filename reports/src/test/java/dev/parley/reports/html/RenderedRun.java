package dev.parley.reports.html;

import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.render.Rendered;
import dev.parley.reports.render.ReportRenderer;
import dev.parley.reports.view.ReportOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run in a folder of its own, with its report; it goes when it is closed. */
final class RenderedRun implements AutoCloseable {
  private final TempFolder folder;

  /** Writes a run into a folder. */
  interface Writer {
    void write(Path runDir) throws IOException;
  }

  RenderedRun(Writer run) throws IOException {
    folder = new TempFolder();
    run.write(folder.path());
    render();
  }

  Path runDir() {
    return folder.path();
  }

  void render() throws IOException {
    Rendered rendered =
        new ReportRenderer(List.of(new HtmlOutput())).render(folder.path(), ReportOptions.DEFAULT);
    if (!rendered.failures().isEmpty()) {
      throw new IOException("no report", rendered.failures().get(0).cause());
    }
  }

  String index() throws IOException {
    return Files.readString(folder.path().resolve("report/index.html"));
  }

  /** The page of the cell whose file name begins so. */
  String cell(String prefix) throws IOException {
    return pages().entrySet().stream()
        .filter(page -> page.getKey().startsWith("cells/" + prefix))
        .map(page -> page.getValue())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no page of " + prefix));
  }

  /** Every page's text by its path within the report. */
  SortedMap<String, String> pages() throws IOException {
    SortedMap<String, String> pages = new TreeMap<>();
    Path report = folder.path().resolve("report");
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        String name = report.relativize(file).toString().replace('\\', '/');
        pages.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return pages;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
