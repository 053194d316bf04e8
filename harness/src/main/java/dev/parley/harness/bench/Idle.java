package dev.parley.harness.bench;

import dev.parley.harness.schedule.HostMonitor;
import dev.parley.reports.model.RunEvent.HostHealth;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What others did on the machine while nothing of ours ran.
 *
 * @param cpu share of all cores in use, 0..1; null where the system does not tell
 * @param load the one-minute load average; null where the system does not tell
 * @param pressure share of time in which a task waited for a CPU, 0..1; null where not told
 */
public record Idle(@Nullable Double cpu, @Nullable Double load, @Nullable Double pressure) {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** Watches the machine for two seconds; the first look of each counter tells nothing. */
  @SuppressWarnings("try") // The monitor works by being open.
  static Idle observe() throws InterruptedException {
    LinkedBlockingQueue<HostHealth> seen = new LinkedBlockingQueue<>();
    try (HostMonitor monitor = new HostMonitor(PERIOD, seen::add)) {
      HostHealth last = null;
      for (int look = 0; look < 2; look++) {
        HostHealth next = seen.poll(10, TimeUnit.SECONDS);
        last = next == null ? last : next;
      }
      return last == null
          ? new Idle(null, null, null)
          : new Idle(last.cpu(), last.load(), last.pressure());
    }
  }
}
