package dev.parley.harness;

/** An endpoint said beforehand that it cannot do this. */
public final class CallUnsupported extends EndOfCall {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what was expected and what was seen. */
  public CallUnsupported(String message) {
    super(message);
  }
}
