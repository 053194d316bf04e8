package dev.parley.network.relay;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** Opens UDP sockets. */
@FunctionalInterface
interface SocketOpener {
  /** What waits in the kernel while the receiving thread is busy; the system may grant less. */
  int BUFFER_BYTES = 2 << 20;

  /** A socket that does not block, bound to a free port of an address. */
  DatagramChannel open(InetAddress address) throws IOException;

  /** Asks the system. */
  static SocketOpener system() {
    return SocketOpener::bind;
  }

  private static DatagramChannel bind(InetAddress address) throws IOException {
    DatagramChannel channel =
        DatagramChannel.open(
            address instanceof Inet6Address
                ? StandardProtocolFamily.INET6
                : StandardProtocolFamily.INET);
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      return channel.bind(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
