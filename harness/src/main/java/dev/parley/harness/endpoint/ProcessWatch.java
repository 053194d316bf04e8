package dev.parley.harness.endpoint;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the end of processes that are not our own children within a quarter of a second; the
 * JDK's own watch of such slows down to five, and takes one that nobody waited for as alive.
 */
final class ProcessWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessWatch.class);
  private static final long PERIOD_MS = 250;
  private final Map<ProcessIdentity, Runnable> watched = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ProcessWatch::daemon);

  ProcessWatch() {
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  /** Runs the action once when the process has ended; also if it has by now. */
  void watch(ProcessIdentity process, Runnable ended) {
    watched.put(process, ended);
  }

  void forget(ProcessIdentity process) {
    watched.remove(process);
  }

  private void look() {
    for (ProcessIdentity process : List.copyOf(watched.keySet())) {
      if (!process.alive()) {
        Runnable ended = watched.remove(process);
        if (ended != null) {
          tell(process, ended);
        }
      }
    }
  }

  /** One listener that fails must not end the watch for all others. */
  private static void tell(ProcessIdentity process, Runnable ended) {
    try {
      ended.run();
    } catch (RuntimeException e) {
      LOG.warn("the end of process {} could not be told", process.pid(), e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "process-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
