package dev.parley.network.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;

/** Opens UDP sockets. */
@FunctionalInterface
interface SocketOpener {
  /** A socket that does not block, bound to a free port of an address. */
  DatagramChannel open(InetAddress address) throws IOException;
}
