package dev.parley.harness.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers. They lie below those that Linux, macOS and Windows give out by themselves, so
 * that nobody is given one between its choice and the server's start.
 */
final class Ports {
  /** The first that media is relayed on. */
  static final int MEDIA_FIRST = 20_000;

  /** The last of them. */
  static final int MEDIA_LAST = 29_999;

  private static final int LISTEN_FIRST = 30_000;
  private static final int LISTEN_END = 32_768;
  private static final int TRIES = 200;

  private Ports() {}

  /**
   * A port that is free on an address, for UDP and TCP.
   *
   * @throws ServerException if none was found
   */
  static int free(InetAddress address) {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LISTEN_FIRST, LISTEN_END);
      if (isFree(new InetSocketAddress(address, port))) {
        return port;
      }
    }
    throw new ServerException(
        "no free port on %s: tried %d of %d to %d"
            .formatted(address.getHostAddress(), TRIES, LISTEN_FIRST, LISTEN_END - 1));
  }

  private static boolean isFree(InetSocketAddress at) {
    try (DatagramSocket udp = new DatagramSocket(at);
        ServerSocket tcp = new ServerSocket()) {
      tcp.bind(at);
      return udp.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
