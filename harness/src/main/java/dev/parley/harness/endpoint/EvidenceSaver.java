package dev.parley.harness.endpoint;

import dev.parley.harness.endpoint.Lease.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves what there is of a browser's picture and its driver's log. */
final class EvidenceSaver {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceSaver.class);
  private static final long LONGEST_LOG = 2 * 1024 * 1024;
  private final BrowserProcess process;
  private final BrowserWindow window;
  private final UnaryOperator<String> clean;

  EvidenceSaver(BrowserProcess process, BrowserWindow window, UnaryOperator<String> clean) {
    this.process = process;
    this.window = window;
    this.clean = clean;
  }

  List<Evidence> save(Path folder, String prefix) {
    List<Evidence> saved = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      screenshot(folder.resolve(prefix + "-screenshot.png")).ifPresent(saved::add);
      driverLog(folder.resolve(prefix + "-driver.log")).ifPresent(saved::add);
      console(folder.resolve(prefix + "-console.log")).ifPresent(saved::add);
    } catch (IOException | RuntimeException e) {
      LOG.warn("evidence of {} not saved: {}", process.endpoint().alias(), e.getMessage());
    }
    return saved;
  }

  private Optional<Evidence> screenshot(Path file) throws IOException {
    if (process.fault().isPresent()) {
      return Optional.empty();
    }
    try {
      Map<String, Object> result =
          process
              .bidi()
              .send(
                  "browsingContext.captureScreenshot",
                  Map.of("context", window.context()),
                  "evidence");
      if (result.get("data") instanceof String data) {
        Files.write(file, Base64.getDecoder().decode(data));
        return Optional.of(new Evidence("screenshot", file, "image/png"));
      }
    } catch (EndpointException e) {
      LOG.debug("no screenshot: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Evidence> driverLog(Path file) throws IOException {
    if (!Files.exists(process.driverLog())) {
      return Optional.empty();
    }
    new LogEnd(LONGEST_LOG, clean).copy(process.driverLog(), file);
    return Optional.of(new Evidence("driver-log", file, "text/plain"));
  }

  private Optional<Evidence> console(Path file) throws IOException {
    List<String> lines = process.page().console();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Files.write(file, lines.stream().map(clean).toList());
    return Optional.of(new Evidence("console-log", file, "text/plain"));
  }
}
