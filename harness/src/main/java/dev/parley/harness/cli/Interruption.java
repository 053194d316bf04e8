package dev.parley.harness.cli;

import dev.parley.harness.schedule.Scheduler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a run that is interrupted by a signal come to a clean end before the JVM goes. */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_MS = 4500;
  private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
  private static final String SIGNAL = "signal";

  private @Nullable Scheduler scheduler;
  private boolean signalled;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "parley-interruption");

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on a signal ends this scheduler's run; one that came earlier does so at once. */
  synchronized void passTo(Scheduler running) {
    scheduler = running;
    if (signalled) {
      running.interrupt(SIGNAL);
    }
  }

  synchronized void signal() {
    signalled = true;
    if (scheduler != null) {
      scheduler.interrupt(SIGNAL);
    }
  }

  private void interrupted() {
    signal();
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
      LOG.debug("the JVM is going down already, and the hook waits no longer", e);
    }
  }
}
