package dev.parley.pages;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the server is reached.
 *
 * <p>A request for any other host is refused, so that a foreign name that is made to resolve to
 * this machine gains nothing.
 */
final class OwnAddress {
  private final boolean https;
  private final int port;
  private final List<String> hosts;

  OwnAddress(InetAddress bound, int port, boolean https) {
    this.https = https;
    this.port = port;
    this.hosts = names(bound);
  }

  /** The address of the pages of the given token. */
  URI base(AccessToken token) {
    return URI.create(scheme() + "://" + hosts.get(0) + ":" + port + "/" + token.text() + "/");
  }

  boolean isOwnHost(String hostHeader) {
    String wanted = hostHeader.toLowerCase(Locale.ROOT);
    return hosts.stream().anyMatch(host -> wanted.equals(host + ":" + port));
  }

  boolean isOwnOrigin(@Nullable String origin, String hostHeader) {
    return origin != null && origin.equalsIgnoreCase(scheme() + "://" + hostHeader);
  }

  String socketScheme() {
    return https ? "wss" : "ws";
  }

  private String scheme() {
    return https ? "https" : "http";
  }

  /**
   * The names and literal addresses under which a bound address is reached, the preferred first.
   */
  static List<String> names(InetAddress bound) {
    Set<String> names = new LinkedHashSet<>();
    if (bound.isAnyLocalAddress()) {
      names.addAll(interfaceAddresses());
      names.add("localhost");
    } else {
      names.add(literal(bound));
      if (bound.isLoopbackAddress()) {
        names.add("localhost");
      }
    }
    return List.copyOf(names);
  }

  private static Set<String> interfaceAddresses() {
    Set<String> outside = new LinkedHashSet<>();
    Set<String> loopback = new LinkedHashSet<>();
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(each.getInetAddresses())) {
          (address.isLoopbackAddress() ? loopback : outside).add(literal(address));
        }
      }
    } catch (SocketException e) {
      loopback.add("127.0.0.1");
    }
    outside.addAll(loopback);
    return outside;
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress().toLowerCase(Locale.ROOT);
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    return address instanceof Inet6Address ? "[" + shortened(plain) + "]" : plain;
  }

  /** Browsers write the longest run of zero groups as {@code ::} (RFC 5952, section 4.2). */
  private static String shortened(String full) {
    String best = "";
    for (String run = "0:0:0:0:0:0:0:0"; run.length() > 2; run = run.substring(2)) {
      if (best.isEmpty() && (":" + full + ":").contains(":" + run + ":")) {
        best = run;
      }
    }
    if (best.isEmpty()) {
      return full;
    }
    String marked = (":" + full + ":").replaceFirst(":" + best + ":", "::");
    boolean startsWithRun = marked.startsWith("::");
    boolean endsWithRun = marked.endsWith("::");
    return marked.substring(startsWithRun ? 0 : 1, marked.length() - (endsWithRun ? 0 : 1));
  }
}
