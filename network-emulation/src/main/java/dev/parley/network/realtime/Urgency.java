package dev.parley.network.realtime;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * Asks the system to prefer the threads on which everybody's packets wait. On a machine that is
 * busy with encoding a plain thread is woken milliseconds late now and then, a preferred one is
 * not.
 */
final class Urgency {
  private static final int THIS_THREAD = 0;
  private static final int SCHED_RR = 2;
  private static final int SCHED_RESET_ON_FORK = 0x40000000;
  private static final int LEAST_PRIORITY = 1;

  private Urgency() {}

  /**
   * Prefers the calling thread, where the system lets this user do it ({@code
   * sched_setscheduler(2)}); otherwise nothing changes, and what comes too late is recorded as
   * ever.
   */
  static void claim() {
    if (Platform.isLinux()) {
      try (Memory parameters = new Memory(8)) {
        parameters.setInt(0, LEAST_PRIORITY);
        C.sched_setscheduler(THIS_THREAD, SCHED_RR | SCHED_RESET_ON_FORK, parameters);
      }
    }
  }

  private static final class C {
    static {
      Native.register(C.class, "c");
    }

    private C() {}

    static native int sched_setscheduler(int thread, int policy, Pointer parameters);
  }
}
