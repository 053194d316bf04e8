package dev.parley.harness.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** Addresses of this machine. */
public final class OwnAddresses {
  private OwnAddresses() {}

  /** An IPv4 address of an interface that is up, loopback left out; empty if there is none. */
  public static Optional<InetAddress> first() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(OwnAddresses::carries)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static boolean carries(NetworkInterface face) {
    try {
      return face.isUp() && !face.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }
}
