package dev.parley.network.realtime;

/** Waits for the end of a thread. */
public final class Joined {
  private static final long PATIENCE_MS = 5_000;

  private Joined() {}

  /** Waits up to 5 s; an interruption of the caller is kept. */
  public static void patiently(Thread thread) {
    try {
      thread.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new IllegalStateException(
          "found thread %s still running %d ms after it was to end"
              .formatted(thread.getName(), PATIENCE_MS));
    }
  }
}
