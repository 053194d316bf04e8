package dev.parley.network.relay;

/** The system gave no more UDP ports, or descriptors: its message says how many there were. */
public final class PortsExhaustedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was found, and what to do. */
  public PortsExhaustedException(String message, Throwable cause) {
    super(message, cause);
  }
}
