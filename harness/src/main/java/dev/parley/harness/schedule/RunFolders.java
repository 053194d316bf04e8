package dev.parley.harness.schedule;

import dev.parley.harness.matrix.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the folder for a run's results. */
public final class RunFolders {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private RunFolders() {}

  /**
   * Makes the folder that was asked for, or {@code parley-out/<run id>} with {@code latest} beside
   * it.
   *
   * @throws UsageException if it cannot be made, or holds a run already
   */
  public static RunFolder create(@Nullable Path wanted) {
    return create(wanted, Path.of("parley-out"));
  }

  static RunFolder create(@Nullable Path wanted, Path usual) {
    Path path = wanted == null ? usual.resolve(runId()) : wanted;
    try {
      Files.createDirectories(path);
      RunFolder folder = new RunFolder(path.toAbsolutePath().normalize());
      if (Files.exists(folder.log())) {
        throw new UsageException(
            "found the results of another run in " + path + ", expected a new or empty folder");
      }
      if (wanted == null) {
        folder.markLatest();
      }
      return folder;
    } catch (IOException e) {
      throw new UsageException("cannot write results to " + path + ": " + e.getMessage());
    }
  }

  private static String runId() {
    return "%s-%04x"
        .formatted(
            LocalDateTime.now(ZoneId.systemDefault()).format(STAMP),
            new SecureRandom().nextInt(1 << 16));
  }
}
