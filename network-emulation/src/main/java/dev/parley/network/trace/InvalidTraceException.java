package dev.parley.network.trace;

/** A trace that cannot be read: its message says file, line, what was found and expected. */
public final class InvalidTraceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidTraceException(String file, String what) {
    super(file + ": " + what);
  }

  InvalidTraceException(String file, int line, String what) {
    super("%s:%d: %s".formatted(file, line, what));
  }
}
