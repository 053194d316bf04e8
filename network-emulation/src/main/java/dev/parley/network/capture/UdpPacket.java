package dev.parley.network.capture;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Puts IP and UDP headers with valid checksums before a payload (RFC 791, 8200, 768, 1071). */
final class UdpPacket {
  private static final int UDP = 17;
  private static final int HOPS = 64;
  private static final int UDP_HEADER = 8;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int IPV4_CHECKSUM = 10;
  private static final int UDP_CHECKSUM = 6;

  private UdpPacket() {}

  /** How long the packet is with headers. */
  static int length(InetSocketAddress from, int payload) {
    return headers(from) + payload;
  }

  private static int headers(InetSocketAddress from) {
    return UDP_HEADER + (from.getAddress() instanceof Inet4Address ? IPV4_HEADER : IPV6_HEADER);
  }

  /** Writes the whole packet; the payload's position stays. */
  static void write(
      ByteBuffer out, InetSocketAddress from, InetSocketAddress to, ByteBuffer payload) {
    InetAddress source = from.getAddress();
    InetAddress target = to.getAddress();
    if (source.getClass() != target.getClass()) {
      throw new IllegalArgumentException(
          "found a packet from %s to %s, expected one family".formatted(from, to));
    }
    int udpLength = UDP_HEADER + payload.remaining();
    if (source instanceof Inet4Address) {
      ipv4(out, source, target, udpLength);
    } else {
      ipv6(out, source, target, udpLength);
    }
    int udp = out.position();
    out.putShort((short) from.getPort()).putShort((short) to.getPort());
    out.putShort((short) udpLength).putShort((short) 0);
    out.put(payload.duplicate());
    long pseudo = sum(source.getAddress()) + sum(target.getAddress()) + UDP + udpLength;
    int checksum = fold(pseudo + sum(out, udp, udpLength));
    // Zero would mean that there is none (RFC 768).
    out.putShort(udp + UDP_CHECKSUM, (short) (checksum == 0 ? 0xFFFF : checksum));
  }

  private static void ipv4(ByteBuffer out, InetAddress from, InetAddress to, int udpLength) {
    int start = out.position();
    out.put((byte) 0x45).put((byte) 0).putShort((short) (IPV4_HEADER + udpLength));
    out.putShort((short) 0).putShort((short) 0x4000); // not to be fragmented
    out.put((byte) HOPS).put((byte) UDP).putShort((short) 0);
    out.put(from.getAddress()).put(to.getAddress());
    out.putShort(start + IPV4_CHECKSUM, (short) fold(sum(out, start, IPV4_HEADER)));
  }

  private static void ipv6(ByteBuffer out, InetAddress from, InetAddress to, int udpLength) {
    out.putInt(0x60000000).putShort((short) udpLength).put((byte) UDP).put((byte) HOPS);
    out.put(from.getAddress()).put(to.getAddress());
  }

  private static long sum(byte[] octets) {
    return sum(ByteBuffer.wrap(octets), 0, octets.length);
  }

  private static long sum(ByteBuffer buffer, int start, int length) {
    long sum = 0;
    int end = start + length;
    for (int at = start; at < end; at += 2) {
      int low = at + 1 < end ? buffer.get(at + 1) & 0xFF : 0;
      sum += (buffer.get(at) & 0xFF) << 8 | low;
    }
    return sum;
  }

  private static int fold(long sum) {
    long folded = sum;
    while (folded > 0xFFFF) {
      folded = (folded & 0xFFFF) + (folded >>> 16);
    }
    return (int) ~folded & 0xFFFF;
  }
}
