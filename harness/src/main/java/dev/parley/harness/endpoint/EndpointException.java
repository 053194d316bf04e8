package dev.parley.harness.endpoint;

/** The infrastructure around an endpoint failed; never the product's fault. */
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String kind;

  /**
   * A failure with its kind and a message for people.
   *
   * @param kind a stable word: {@code no-browser}, {@code no-driver}, {@code driver-mismatch},
   *     {@code browser-start}, {@code browser-crash}, {@code driver-hung}, {@code page-open}
   */
  public EndpointException(String kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** As above, where there is no cause below. */
  public EndpointException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** The stable word. */
  public String kind() {
    return kind;
  }
}
