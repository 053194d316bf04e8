package dev.parley.harness.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Janus' HTTP API.
 *
 * @see <a href="https://janus.conf.meetecho.com/docs/rest.html">its description</a>
 */
final class JanusApi {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Janus answers a poll without events after 30 s. */
  private static final Duration POLL = Duration.ofSeconds(45);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final URI base;

  JanusApi(URI base) {
    this.base = base;
  }

  /** Whether it answers there by now. */
  static boolean answers(URI base) {
    try (Socket listens = new Socket(base.getHost(), base.getPort())) {
      return listens.isConnected()
          && new JanusApi(base).get("/info").path("janus").asString("").equals("server_info");
    } catch (IOException | ServerException e) {
      return false;
    }
  }

  /** A request to that verb, with a transaction of its own. */
  static ObjectNode request(String verb) {
    return JSON.createObjectNode().put("janus", verb).put("transaction", transaction());
  }

  private static String transaction() {
    return UUID.randomUUID().toString();
  }

  /**
   * Sends a request; returns the answer.
   *
   * @throws ServerException if none comes within 10 s, or it is an error
   */
  JsonNode post(String path, JsonNode request) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER)
            .POST(HttpRequest.BodyPublishers.ofString(request.toString())));
  }

  /** Asks for something; errors as above. */
  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER));
  }

  /** Waits up to half a minute for events, which come as a list; errors as above. */
  JsonNode poll(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path + "?maxev=10")).timeout(POLL));
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (answer.path("janus").asString("").equals("error")) {
        JsonNode error = answer.path("error");
        throw new ServerException(
            "Janus refused %s: %s (%s)"
                .formatted(
                    request.uri(), error.path("reason").asString(""), error.path("code").asInt(0)));
      }
      return answer;
    } catch (IOException | JacksonException e) {
      throw new ServerException("Janus did not answer %s: %s".formatted(request.uri(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while Janus was asked " + request.uri(), e);
    }
  }
}
