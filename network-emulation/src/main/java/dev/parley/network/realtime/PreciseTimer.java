package dev.parley.network.realtime;

import com.sun.jna.Platform;

/** Waits for moments on the clock of {@link System#nanoTime()}; one thread waits. */
public interface PreciseTimer extends AutoCloseable {

  /**
   * Returns at the deadline, or soon after {@link #wake()} was called, also before this call.
   *
   * @param deadlineNanos {@link Long#MAX_VALUE} to wait for {@link #wake()} alone
   */
  void await(long deadlineNanos);

  /** Ends the wait of the other thread, or its next one; from any thread. */
  void wake();

  /** To be called once nobody waits any more. */
  @Override
  void close();

  /** The most accurate one that this machine has at little cost. */
  static PreciseTimer create() {
    return Platform.isLinux() ? new LinuxTimer() : new ParkingTimer();
  }
}
