package dev.parley.harness.config;

/** Something is wrong on a line of a configuration file. */
final class ConfigTrouble extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  /** With the line, counted from 1, and what was found and expected. */
  ConfigTrouble(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
