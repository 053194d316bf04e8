package dev.parley.harness.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Does several things at once that each wait for a browser. */
public final class Together {
  private Together() {}

  /**
   * Runs each task on a thread of its own, and waits until all have ended.
   *
   * @throws RuntimeException what the first in the list threw of those that did
   */
  public static void run(List<Runnable> tasks) {
    List<CompletableFuture<Void>> running =
        tasks.stream().map(task -> CompletableFuture.runAsync(task, Together::start)).toList();
    CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new))
        .exceptionally(error -> null)
        .join();
    running.forEach(Together::rethrow);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "parley-together");
    thread.setDaemon(true);
    thread.start();
  }

  private static void rethrow(CompletableFuture<Void> ended) {
    try {
      ended.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
