package dev.parley.harness.network;

import dev.parley.network.relay.CandidateBinding;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelaySocket;
import dev.parley.network.relay.ServerBinding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Passes on to the relay what a probe reports about the candidates that it rewrites.
 *
 * <p>These reports hold passwords: they go to the relay and nowhere else.
 */
public final class ProbeReports {
  private final RelayCall relay;

  /** Reports to this call's relay. */
  public ProbeReports(RelayCall relay) {
    this.relay = relay;
  }

  /**
   * Passes on one report.
   *
   * @return what of it a reader of the result should know; empty for most
   */
  public Optional<String> take(String participant, String pc, String name, JsonNode data) {
    switch (name) {
      case "relay-credentials" -> credentials(participant, pc, data);
      case "relay-candidate" -> relay.bind(candidate(participant, pc, data));
      case "relay-server" -> server(participant, pc, data);
      case "relay-withheld" -> {
        return Optional.of("a candidate was withheld: " + text(data, "why"));
      }
      default -> {}
    }
    return Optional.empty();
  }

  /** A participant's connection was closed. */
  public void closed(String participant, String pc) {
    relay.closed(participant, pc);
  }

  private void credentials(String participant, String pc, JsonNode data) {
    relay.credentials(
        participant, pc, data.path("own").asBoolean(false), text(data, "ufrag"), text(data, "pwd"));
  }

  private static CandidateBinding candidate(String participant, String pc, JsonNode data) {
    return new CandidateBinding(
        participant,
        pc,
        data.path("own").asBoolean(false),
        text(data, "ufrag"),
        data.path("mLine").asInt(0),
        data.path("component").asInt(1),
        text(data, "type"),
        text(data, "address"),
        data.path("port").asInt(0),
        socket(data.path("socket")));
  }

  private void server(String participant, String pc, JsonNode data) {
    RelaySocket socket = socket(data.path("socket"));
    if (socket != null) {
      relay.bind(
          new ServerBinding(
              participant,
              pc,
              text(data, "host"),
              data.path("port").asInt(0),
              optional(data, "username"),
              optional(data, "credential"),
              socket));
    }
  }

  private static @Nullable RelaySocket socket(JsonNode socket) {
    return socket.isObject()
        ? new RelaySocket(text(socket, "address"), socket.path("port").asInt(0))
        : null;
  }

  private static String text(JsonNode data, String member) {
    return data.path(member).asString("");
  }

  private static @Nullable String optional(JsonNode data, String member) {
    JsonNode value = data.path(member);
    return value.isString() ? value.asString() : null;
  }
}
