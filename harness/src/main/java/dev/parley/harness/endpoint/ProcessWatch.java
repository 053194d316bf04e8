package dev.parley.harness.endpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells of the end of processes that are not our own children within a quarter of a second; the
 * JDK's own watch of such slows down to five, and takes one that nobody waited for as alive.
 */
final class ProcessWatch implements AutoCloseable {
  private static final long PERIOD_MS = 250;
  private final Map<ProcessIdentity, Runnable> watched = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ProcessWatch::daemon);

  ProcessWatch() {
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
    for (ProcessIdentity process : watched.keySet()) {
      if (!process.alive()) {
        Runnable ended = watched.remove(process);
        if (ended != null) {
          ended.run();
        }
      }
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
