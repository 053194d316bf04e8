package dev.parley.pages;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How the page server is bound and what it puts up with.
 *
 * @param address the interface to bind; loopback unless told otherwise
 * @param port the port; 0 for a free one
 * @param https serve over TLS with a certificate made for the occasion
 * @param maxMessageBytes the largest socket message, 1 MiB by default
 * @param maxMessagesPerSecond the sustained rate of one socket above which it is closed
 * @param pingInterval how often clocks are compared once the first burst is over
 */
public record PageServerOptions(
    InetAddress address,
    int port,
    boolean https,
    int maxMessageBytes,
    int maxMessagesPerSecond,
    Duration pingInterval) {

  /** Loopback, a free port, plain HTTP. */
  public static PageServerOptions defaults() {
    return new PageServerOptions(
        InetAddress.getLoopbackAddress(), 0, false, 1 << 20, 500, Duration.ofSeconds(1));
  }

  /** The same on another port; 0 for a free one. */
  public PageServerOptions withPort(int wanted) {
    return new PageServerOptions(
        address, wanted, https, maxMessageBytes, maxMessagesPerSecond, pingInterval);
  }
}
