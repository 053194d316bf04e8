package dev.parley.harness;

/** The product did not do what was asked of it. */
public final class CallFailed extends EndOfCall {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what was expected and what was seen. */
  public CallFailed(String message) {
    super(message);
  }
}
