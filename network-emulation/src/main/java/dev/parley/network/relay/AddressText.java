package dev.parley.network.relay;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as browsers write them: IPv6 by RFC 5952, without scope. */
final class AddressText {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern LITERAL =
      Pattern.compile("(" + OCTET + "\\.){3}" + OCTET + "|[0-9a-f:.]*:[0-9a-f:.]*");

  private AddressText() {}

  /** The canonical text. */
  static String of(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    return compressed(groups);
  }

  /** The address that a text says without any name service; null for a name. */
  static @Nullable InetSocketAddress literal(String address, int port) {
    String bare = address.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    if (!LITERAL.matcher(bare).matches()) {
      return null;
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(bare), port);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static String compressed(int[] groups) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int zeros = 0;
      while (i + zeros < 8 && groups[i + zeros] == 0) {
        zeros++;
      }
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    return start < 0
        ? joined(groups, 0, 8)
        : joined(groups, 0, start) + "::" + joined(groups, start + length, 8);
  }

  private static String joined(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
