package dev.parley.harness.schedule;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.reports.model.RunEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the machine until closed: CPU, load, pressure, and how late its own timer fires.
 *
 * <p>What the system does not tell is absent. An observation that failed is logged, and watching
 * goes on.
 */
public final class HostMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostMonitor.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-host-monitor");
            thread.setDaemon(true);
            return thread;
          });
  private final java.lang.management.OperatingSystemMXBean system =
      ManagementFactory.getOperatingSystemMXBean();
  private final CpuPressure pressure = new CpuPressure(Path.of("/proc/pressure/cpu"));
  private final Consumer<RunEvent.HostHealth> consumer;
  private final long periodNanos;
  private final long startNanos = System.nanoTime();
  private long ticks;

  /**
   * Starts watching.
   *
   * @param period how often, usually a second
   * @param consumer is given each observation, on the monitor's own thread
   */
  public HostMonitor(Duration period, Consumer<RunEvent.HostHealth> consumer) {
    this.consumer = consumer;
    this.periodNanos = period.toNanos();
    var unused =
        timer.scheduleAtFixedRate(this::tick, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
  }

  /** Ends watching; nothing is observed once this has returned. */
  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.warn("the host monitor did not end within 1 s of being closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    long now = System.nanoTime();
    ticks++;
    double lateMs = Math.max(0, (now - startNanos - ticks * periodNanos) / 1e6);
    try {
      consumer.accept(new RunEvent.HostHealth(cpu(), load(), pressure.shareSinceLast(now), lateMs));
    } catch (RuntimeException e) {
      LOG.warn("an observation of the host failed: {}", e.toString());
    }
  }

  private @Nullable Double cpu() {
    return system instanceof OperatingSystemMXBean extended ? known(extended.getCpuLoad()) : null;
  }

  private @Nullable Double load() {
    return known(system.getSystemLoadAverage());
  }

  /** The beans say "unknown" by a negative number. */
  private static @Nullable Double known(double value) {
    return value >= 0 ? value : null;
  }
}
