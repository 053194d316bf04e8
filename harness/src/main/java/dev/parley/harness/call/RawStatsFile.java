package dev.parley.harness.call;

import dev.parley.pages.PageMessage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.ObjectMapper;

/** One participant's raw statistics, a JSON object a line, compressed. */
final class RawStatsFile implements AutoCloseable {
  private final ObjectMapper json;
  private final Writer writer;
  private final Consumer<String> trouble;
  private boolean broken;

  /**
   * Opens the file, and the folders above it.
   *
   * @param trouble told once if the file cannot be written on
   */
  RawStatsFile(Path file, ObjectMapper json, Consumer<String> trouble) {
    this.json = json;
    this.trouble = trouble;
    try {
      Files.createDirectories(file.getParent());
      writer =
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write raw statistics to " + file, e);
    }
  }

  synchronized void write(PageMessage.Stats stats) {
    if (broken) {
      return;
    }
    try {
      writer.write(
          json.writeValueAsString(
              Map.of(
                  "pc", stats.pc(),
                  "number", stats.number(),
                  "pageMs", stats.pageMs(),
                  "report", stats.report())));
      writer.write('\n');
    } catch (IOException e) {
      broken = true;
      trouble.accept("raw statistics are not written any more: " + e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    broken = true;
    try {
      writer.close();
    } catch (IOException e) {
      trouble.accept("raw statistics are not complete: " + e.getMessage());
    }
  }
}
