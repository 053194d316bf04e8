package dev.parley.harness.server;

/** A server of ours did not start, or did not do as it was told. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String message;

  /** With what was found, and what was expected. */
  public ServerException(String message) {
    super(message);
    this.message = message;
  }

  /** As above, with the cause below. */
  public ServerException(String message, Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
