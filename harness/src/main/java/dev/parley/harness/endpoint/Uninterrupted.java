package dev.parley.harness.endpoint;

/**
 * Lets cleaning up go on in a thread that was interrupted: with its mark up, every read of a file
 * fails and every wait ends at once, so that live processes would look gone.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  /** Runs the work with the interruption set aside, and puts it back afterwards. */
  static void run(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
