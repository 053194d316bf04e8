package dev.parley.network.relay;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what is to become true. */
final class Patience {
  private static final long NANOS = 10_000_000_000L;
  private static final long STEP_NANOS = 1_000_000L;

  private Patience() {}

  /** Up to 10 s. */
  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + NANOS;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 10 s in vain until " + what);
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
