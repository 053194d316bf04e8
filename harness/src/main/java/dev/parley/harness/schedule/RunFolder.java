package dev.parley.harness.schedule;

import dev.parley.reports.model.AttemptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder that holds one run's results.
 *
 * @param path the folder; it exists
 */
public record RunFolder(Path path) {

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
  public void markLatest() throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      return;
    }
    Path fresh = parent.resolve(".latest-" + path.getFileName());
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, path.getFileName());
    Files.move(
        fresh,
        parent.resolve("latest"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
