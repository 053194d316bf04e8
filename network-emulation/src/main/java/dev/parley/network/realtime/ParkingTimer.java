package dev.parley.network.realtime;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Parks the thread: 0.1 to 0.2 ms late on most systems. */
final class ParkingTimer implements PreciseTimer {
  private volatile boolean woken;
  private volatile @Nullable Thread waiting;

  @Override
  public void await(long deadlineNanos) {
    waiting = Thread.currentThread();
    while (!woken) {
      long left = deadlineNanos - System.nanoTime();
      if (deadlineNanos == Long.MAX_VALUE) {
        LockSupport.park(this);
      } else if (left > 0) {
        LockSupport.parkNanos(this, left);
      } else {
        break;
      }
    }
    waiting = null;
    woken = false;
  }

  @Override
  public void wake() {
    woken = true;
    LockSupport.unpark(waiting);
  }

  @Override
  public void close() {
    wake();
  }
}
