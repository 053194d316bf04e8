package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertNotNull;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.RunEvent.HostHealth;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testng.annotations.Test;

public class HostMonitorTest {
  private final BlockingQueue<HostHealth> seen = new LinkedBlockingQueue<>();

  private HostHealth next() throws InterruptedException {
    HostHealth health = seen.poll(10, TimeUnit.SECONDS);
    assertNotNull(health, "no observation within 10 s, one was due every 50 ms");
    return java.util.Objects.requireNonNull(health);
  }

  @Test
  public void observesUntilClosed() throws InterruptedException {
    try (HostMonitor monitor = new HostMonitor(Duration.ofMillis(50), seen::add)) {
      assertNotNull(monitor);
      HostHealth health = next();
      next();

      assertTrue(health.jvmLateMs() >= 0);
      Double cpu = health.cpu();
      assertTrue(cpu == null || (cpu >= 0 && cpu <= 1), "cpu " + cpu);
    }
    seen.clear();

    assertEquals(seen.poll(300, TimeUnit.MILLISECONDS), null);
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(
                thread -> thread.getName().equals("parley-host-monitor") && thread.isAlive()));
  }

  @Test
  public void aConsumerThatFailsDoesNotEndTheWatch() throws InterruptedException {
    AtomicBoolean failed = new AtomicBoolean();
    try (HostMonitor monitor =
        new HostMonitor(
            Duration.ofMillis(50),
            health -> {
              if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("the first one fails");
              }
              seen.add(health);
            })) {
      assertNotNull(monitor);
      next();
    }

    assertTrue(failed.get());
  }
}
