package dev.parley.harness.endpoint;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Selenium's own log from the terminal: it prints a stack trace for each socket of a browser
 * that was ended, and what matters of that is told as a fault.
 */
final class SeleniumLog {
  /** Held, because the log manager forgets the level of a logger that nobody holds. */
  private static final Logger ROOT = Logger.getLogger("org.openqa.selenium");

  private SeleniumLog() {}

  static void quieten() {
    ROOT.setLevel(Level.SEVERE);
  }
}
