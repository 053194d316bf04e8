package dev.parley.harness;

/** Ends a call early with a verdict of its own; the scheduler turns it into an outcome. */
public abstract sealed class EndOfCall extends RuntimeException
    permits CallFailed, CallUnsupported, CallInconclusive, CallErrored {
  private static final long serialVersionUID = 1L;

  EndOfCall(String message) {
    super(message);
  }

  EndOfCall(String message, Throwable cause) {
    super(message, cause);
  }
}
