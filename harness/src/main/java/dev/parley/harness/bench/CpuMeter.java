package dev.parley.harness.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Adds up the CPU time of a process and of all that it starts, by looking at them again and again.
 *
 * <p>A process keeps what it had used when it was last seen, also once it has ended or lost its
 * parent. What is used after the last look, and by what lives shorter than a period, is missed: the
 * sum is a lower bound, short of the truth by a few percent.
 */
final class CpuMeter implements AutoCloseable {
  private static final long PERIOD_MS = 100;

  private final ProcessHandle root;
  private final Map<ProcessHandle, Duration> used = new LinkedHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-bench-cpu");
            thread.setDaemon(true);
            return thread;
          });

  CpuMeter(ProcessHandle root) {
    this.root = root;
    var unused = timer.scheduleAtFixedRate(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    Stream.concat(Stream.of(root), root.descendants()).forEach(this::note);
    List.copyOf(used.keySet()).forEach(this::note);
  }

  private void note(ProcessHandle process) {
    process.info().totalCpuDuration().ifPresent(total -> used.put(process, total));
  }

  /** Seconds used so far. */
  synchronized double seconds() {
    return used.values().stream().mapToDouble(each -> each.toNanos() / 1e9).sum();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
