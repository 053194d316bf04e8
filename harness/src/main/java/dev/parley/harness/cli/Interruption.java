package dev.parley.harness.cli;

import dev.parley.harness.schedule.Scheduler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a run that is interrupted by a signal come to a clean end before the JVM goes. */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_MS = 4500;

  private final AtomicReference<Scheduler> scheduler = new AtomicReference<>();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "parley-interruption");

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void passTo(Scheduler running) {
    scheduler.set(running);
  }

  private void interrupted() {
    Scheduler running = scheduler.get();
    if (running != null) {
      running.interrupt("signal");
    }
    try {
      if (!finished.await(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        System.err.println("parley: interrupted; the report could not be finished in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down already, and the hook waits for the line above.
    }
  }
}
