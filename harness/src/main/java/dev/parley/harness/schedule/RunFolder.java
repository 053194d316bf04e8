package dev.parley.harness.schedule;

import dev.parley.reports.model.AttemptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds one run's results.
 *
 * @param path the folder; it exists
 */
public record RunFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  /** The event log. */
  public Path log() {
    return path.resolve("run.jsonl");
  }

  /** The folder of one attempt's files; it need not exist. */
  public Path of(AttemptKey key) {
    return path.resolve("cells")
        .resolve(key.cell().fileName())
        .resolve("r%da%d".formatted(key.repetition(), key.attempt()));
  }

  /** A file's path as the log writes it: relative, with forward slashes. */
  public String relative(Path file) {
    return path.relativize(file).toString().replace('\\', '/');
  }

  /** Points {@code latest} beside this folder at it; where links cannot be made, there is none. */
  public void markLatest() {
    Path fresh = path.resolveSibling(".latest-" + path.getFileName());
    try {
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, path.getFileName());
      Files.move(
          fresh,
          path.resolveSibling("latest"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("{} is not marked as the latest run: {}", path, e.toString());
      remove(fresh);
    }
  }

  private static void remove(Path link) {
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      LOG.info("{} is left: {}", link, e.toString());
    }
  }
}
