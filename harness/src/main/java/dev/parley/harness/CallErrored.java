package dev.parley.harness;

/** The infrastructure failed: a browser, a driver, a socket, the machine. */
public final class CallErrored extends EndOfCall {
  private static final long serialVersionUID = 1L;
  private final String kind;

  /**
   * With the kind of fault and a sentence that says what was seen.
   *
   * @param kind a stable word, as in {@code browser-crash}
   */
  public CallErrored(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** With the cause below it. */
  public CallErrored(String kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** The stable word. */
  public String kind() {
    return kind;
  }
}
