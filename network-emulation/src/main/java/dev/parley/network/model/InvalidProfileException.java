package dev.parley.network.model;

/** A profile that cannot be: its message says what was found and what was expected. */
public final class InvalidProfileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With what was found and what was expected. */
  public InvalidProfileException(String message) {
    super(message);
  }
}
