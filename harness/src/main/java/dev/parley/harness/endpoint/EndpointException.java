package dev.parley.harness.endpoint;

import java.util.ArrayList;
import java.util.List;

/** The infrastructure around an endpoint failed; never the product's fault. */
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String kind;
  private final String message;
  private final ArrayList<String> driverLog;

  /**
   * A failure with its kind and a message for people.
   *
   * @param kind a stable word: {@code no-browser}, {@code no-driver}, {@code driver-mismatch},
   *     {@code browser-start}, {@code browser-crash}, {@code page-crash}, {@code driver-hung},
   *     {@code page-open}, {@code page-close}, {@code no-folder}; and where nothing failed but the
   *     work was stopped: {@code discarded}, {@code closed}, {@code interrupted}
   */
  public EndpointException(String kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.message = message;
    this.driverLog = new ArrayList<>();
  }

  /** As above, where there is no cause below. */
  public EndpointException(String kind, String message) {
    super(message);
    this.kind = kind;
    this.message = message;
    this.driverLog = new ArrayList<>();
  }

  private EndpointException(EndpointException of, List<String> driverLog) {
    super(of.message, of);
    this.kind = of.kind;
    this.message = of.message;
    this.driverLog = new ArrayList<>(driverLog);
  }

  /** The same with the log of a driver that is gone by now. */
  EndpointException withDriverLog(List<String> lines) {
    return new EndpointException(this, lines);
  }

  /** The stable word. */
  public String kind() {
    return kind;
  }

  /** The last lines of the driver's log where a launch failed, else none. */
  public List<String> driverLog() {
    return List.copyOf(driverLog);
  }

  @Override
  public String getMessage() {
    return message;
  }
}
