package dev.parley.harness.server;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that Janus is started with.
 *
 * @param media the address that its candidates name
 * @param port of its HTTP API, on loopback
 */
record JanusConfiguration(InetAddress media, Janus.Ice ice, int port) {
  static final String MAIN = "janus.jcfg";

  /** What the distribution's package would load beside what is wanted. */
  private static final List<String> OTHER_PLUGINS =
      List.of(
          "audiobridge",
          "duktape",
          "lua",
          "nosip",
          "recordplay",
          "sip",
          "streaming",
          "textroom",
          "videocall",
          "voicemail");

  private static final List<String> OTHER_TRANSPORTS =
      List.of("mqtt", "nanomsg", "pfunix", "rabbitmq", "websockets");

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(MAIN), main(folder));
    Files.writeString(folder.resolve("janus.transport.http.jcfg"), http());
  }

  private String main(Path folder) {
    boolean lite = ice == Janus.Ice.LITE;
    return """
        general: {
          configs_folder = "%s"
          log_to_stdout = true
          debug_level = 4
          debug_timestamps = true
          debug_colors = false
        }
        nat: {
          ice_lite = %s
          full_trickle = %s
          ice_enforce_list = "%s"
        }
        media: {
          ipv6 = %s
          rtp_port_range = "%d-%d"
        }
        plugins: { disable = "%s" }
        transports: { disable = "%s" }
        loggers: { disable = "libjanus_jsonlog.so" }
        events: { broadcast = false }
        """
        .formatted(
            folder,
            lite,
            !lite,
            media.getHostAddress(),
            media instanceof Inet6Address,
            Ports.MEDIA_FIRST,
            Ports.MEDIA_LAST,
            libraries(OTHER_PLUGINS),
            libraries(OTHER_TRANSPORTS));
  }

  private String http() {
    return """
        general: {
          json = "compact"
          base_path = "/janus"
          http = true
          ip = "127.0.0.1"
          port = %d
          https = false
        }
        admin: {
          admin_http = false
          admin_https = false
        }
        """
        .formatted(port);
  }

  private static String libraries(List<String> names) {
    return String.join(",", names.stream().map(name -> "libjanus_" + name + ".so").toList());
  }
}
