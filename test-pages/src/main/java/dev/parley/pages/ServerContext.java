package dev.parley.pages;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a server's calls and sockets share.
 *
 * @param base the address of the served pages, with the token
 */
record ServerContext(
    PageServerOptions options,
    URI base,
    Refusals refusals,
    Executor executor,
    ScheduledExecutorService scheduler) {

  /** Runs a task later; not at all where the server is closing. */
  void schedule(Runnable task, long delay, TimeUnit unit) {
    try {
      var unused = scheduler.schedule(task, delay, unit);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }

  /** Runs a task again and again; null where the server is closing. */
  @Nullable ScheduledFuture<?> repeat(Runnable task, long interval, TimeUnit unit) {
    try {
      return scheduler.scheduleAtFixedRate(task, interval, interval, unit);
    } catch (RejectedExecutionException e) {
      return null;
    }
  }
}
