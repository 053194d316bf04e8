package dev.parley.harness.endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Downloads a driver into Parley's cache; for setup alone, a run downloads nothing. */
public final class DriverInstaller {
  private static final Duration BOUND = Duration.ofSeconds(15);
  private final Downloads downloads;
  private final Path cache;
  private final Duration bound;

  /** Downloads by WebDriverManager, giving up after 15 s. */
  public DriverInstaller() {
    this(new WebDriverManagerDownloads(), Machine.current().cache().resolve("drivers"), BOUND);
  }

  DriverInstaller(Downloads downloads, Path cache, Duration bound) {
    this.downloads = downloads;
    this.cache = cache;
    this.bound = bound;
  }

  /** Where drivers come from. */
  interface Downloads {

    /**
     * Fetches the driver for a browser into the cache; may throw anything.
     *
     * @param browserVersion the browser's major version
     */
    Path fetch(Family family, String browserVersion, Path cache, Duration bound);
  }

  /**
   * What came of it.
   *
   * @param driver the executable, if it is there now
   * @param reason why it is not, in one line; empty if it is
   */
  public record Result(Optional<Path> driver, String reason) {}

  /**
   * Fetches the driver for a browser; never throws, and takes no longer than its bound.
   *
   * @param browserVersion the browser's full version
   */
  public Result install(Family family, String browserVersion) {
    ExecutorService worker = Executors.newSingleThreadExecutor(DriverInstaller::daemon);
    try {
      String major = browserVersion.split("\\.", 2)[0];
      Path driver =
          CompletableFuture.supplyAsync(() -> downloads.fetch(family, major, cache, bound), worker)
              .get(bound.toMillis(), TimeUnit.MILLISECONDS);
      return Files.isExecutable(driver)
          ? new Result(Optional.of(driver), "")
          : failed(family, "what was downloaded is no executable: " + driver);
    } catch (TimeoutException e) {
      return failed(
          family, "no answer within %d s: is this network closed?".formatted(bound.toSeconds()));
    } catch (ExecutionException e) {
      return failed(family, word(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(family, "interrupted");
    } finally {
      worker.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "driver-download");
    thread.setDaemon(true);
    return thread;
  }

  private static Result failed(Family family, String why) {
    return new Result(
        Optional.empty(),
        "%s could not be downloaded: %s".formatted(DriverPlaces.name(family), why));
  }

  private static String word(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause.getClass().getSimpleName() + ": " + said;
  }
}
