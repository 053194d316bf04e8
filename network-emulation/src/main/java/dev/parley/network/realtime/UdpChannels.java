package dev.parley.network.realtime;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** Opens UDP sockets as the emulator needs them. */
public final class UdpChannels {
  /** What waits in the kernel while the receiving thread is busy; the system may grant less. */
  private static final int BUFFER_BYTES = 2 << 20;

  private UdpChannels() {}

  /** A socket that does not block, bound to a free port of an address. */
  public static DatagramChannel bind(InetAddress address) throws IOException {
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
