package dev.parley.harness;

/** The call ran, but the evidence does not allow a verdict. */
public final class CallInconclusive extends EndOfCall {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what was expected and what was seen. */
  public CallInconclusive(String message) {
    super(message);
  }
}
