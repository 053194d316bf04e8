package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What one call's pages have reported, and the one place to wait for more of it. */
public final class CallBoard {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<CallErrored> faults = new ArrayList<>();

  /** Changes what is on the board, and wakes whoever waits for it. */
  void post(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Reads from the board. */
  <T> T read(Supplier<T> reading) {
    lock.lock();
    try {
      return reading.get();
    } finally {
      lock.unlock();
    }
  }

  /** Records that the infrastructure failed; every wait ends with the first of these. */
  public void fault(CallErrored fault) {
    post(() -> faults.add(fault));
  }

  /**
   * The faults, the most telling first: a lost socket is often but the shadow of a crash that is
   * seen a little later.
   *
   * @param patience how long to wait for another fault where only sockets were lost
   */
  List<CallErrored> settledFaults(Duration patience) {
    lock.lock();
    try {
      long remaining = patience.toNanos();
      while (!faults.isEmpty() && faults.stream().allMatch(CallBoard::isShadow) && remaining > 0) {
        remaining = changed.awaitNanos(remaining);
      }
      return faults.stream().sorted(Comparator.comparing(CallBoard::isShadow)).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.copyOf(faults);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isShadow(CallErrored fault) {
    return fault.kind().equals("signaling-lost");
  }

  /**
   * Waits until a condition on the board holds.
   *
   * @return whether it held within the bound
   * @throws CallErrored if the infrastructure fails meanwhile, or the wait is interrupted
   */
  boolean await(String what, Duration bound, BooleanSupplier condition) {
    long remaining = bound.toNanos();
    lock.lock();
    try {
      while (faults.isEmpty() && !condition.getAsBoolean()) {
        if (remaining <= 0) {
          return false;
        }
        remaining = changed.awaitNanos(remaining);
      }
      if (!faults.isEmpty()) {
        throw faults.get(0);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallErrored("interrupted", "interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }

  /** Lets time pass, unless the infrastructure fails meanwhile. */
  void pass(String what, Duration time) {
    await(what, time, () -> false);
  }
}
