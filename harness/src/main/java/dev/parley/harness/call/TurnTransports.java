package dev.parley.harness.call;

import dev.parley.harness.CallUnsupported;
import dev.parley.harness.network.CallNetwork;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The relay emulates UDP alone: a TURN server over TCP or TLS would lead past it. */
final class TurnTransports {
  private TurnTransports() {}

  /**
   * Refuses a configuration whose media could go over TCP or TLS while links are impaired.
   *
   * @throws CallUnsupported if it has such a server
   */
  static void require(CallNetwork network, Map<String, Object> configuration) {
    if (!network.isIdeal()) {
      overTcp(configuration.get("iceServers")).stream()
          .findFirst()
          .ifPresent(
              url -> {
                throw new CallUnsupported(
                    "the relay cannot impair %s: it emulates UDP, and this leads over TCP or TLS"
                        .formatted(url));
              });
    }
  }

  static List<String> overTcp(@Nullable Object iceServers) {
    if (!(iceServers instanceof List<?> servers)) {
      return List.of();
    }
    return servers.stream()
        .flatMap(server -> urls(server).stream())
        .filter(TurnTransports::isOverTcp)
        .toList();
  }

  private static List<String> urls(Object server) {
    Object urls = server instanceof Map<?, ?> members ? members.get("urls") : null;
    if (urls instanceof List<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return urls == null ? List.of() : List.of(String.valueOf(urls));
  }

  private static boolean isOverTcp(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("turns:")
        || (lower.startsWith("turn:") && lower.contains("transport=tcp"));
  }
}
