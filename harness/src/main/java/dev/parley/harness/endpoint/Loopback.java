package dev.parley.harness.endpoint;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Addresses that only this machine reaches; IPv4, which is what drivers listen on. */
final class Loopback {
  private static final byte[] IPV4 = {127, 0, 0, 1};

  private Loopback() {}

  static InetSocketAddress at(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(IPV4), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are an address", e);
    }
  }
}
