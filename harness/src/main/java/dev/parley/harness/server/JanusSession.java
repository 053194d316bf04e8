package dev.parley.harness.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One peer connection of Janus', with one of its plugins. */
public final class JanusSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JanusSession.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> up = new CompletableFuture<>();
  private final JanusApi api;
  private final String session;
  private final String handle;
  private final Thread pump;
  private volatile Consumer<JsonNode> onCandidate = candidate -> {};
  private volatile boolean closed;

  private JanusSession(JanusApi api, String session, String handle) {
    this.api = api;
    this.session = session;
    this.handle = handle;
    this.pump = new Thread(this::pump, "janus-events");
    this.pump.setDaemon(true);
  }

  static JanusSession open(JanusApi api, String plugin) {
    String session = "/" + id(api.post("", JanusApi.request("create")));
    ObjectNode attach = JanusApi.request("attach").put("plugin", "janus.plugin." + plugin);
    String handle = session + "/" + id(api.post(session, attach));
    JanusSession opened = new JanusSession(api, session, handle);
    opened.pump.start();
    return opened;
  }

  private static String id(JsonNode answer) {
    return answer.required("data").required("id").asString();
  }

  /** Hears of each candidate that Janus trickles; to be set before the negotiation. */
  public void onCandidate(Consumer<JsonNode> listener) {
    onCandidate = listener;
  }

  /**
   * Sends the plugin a request and an offer; returns the answer's description.
   *
   * @param body the plugin's request, as in {@code {"audio": true, "video": true}}
   * @param offer {@code {type, sdp}}
   * @throws ServerException if no answer comes within 10 s, or it is an error
   */
  public JsonNode negotiate(JsonNode body, JsonNode offer) {
    ObjectNode message = JanusApi.request("message");
    message.set("body", body);
    message.set("jsep", offer);
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    awaited.put(message.path("transaction").asString(""), answer);
    api.post(handle, message);
    JsonNode event = await(answer, "answer to an offer", ANSWER);
    JsonNode jsep = event.path("jsep");
    if (!jsep.path("type").asString("").equals("answer")) {
      throw new ServerException("Janus did not answer the offer, but said " + event);
    }
    return jsep;
  }

  /** Tells Janus a candidate of the other side; its {@code candidate} is empty at the end. */
  public void addCandidate(JsonNode candidate) {
    ObjectNode message = JanusApi.request("trickle");
    if (candidate.path("candidate").asString("").isEmpty()) {
      message.putObject("candidate").put("completed", true);
    } else {
      message.set("candidate", candidate);
    }
    api.post(handle, message);
  }

  /**
   * Waits until ICE and DTLS are done.
   *
   * @throws ServerException if they are not in time
   */
  public void awaitUp(Duration patience) {
    await(up, "ICE and DTLS", patience);
  }

  private static <T> T await(CompletableFuture<T> future, String what, Duration patience) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ServerException(
          "Janus: no %s within %d s".formatted(what, patience.toSeconds()), e);
    } catch (ExecutionException e) {
      throw new ServerException("Janus: no %s: %s".formatted(what, e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while awaiting Janus' " + what, e);
    }
  }

  private void pump() {
    while (!closed) {
      try {
        api.poll(session).forEach(this::heard);
      } catch (ServerException e) {
        if (!closed) {
          fail(e);
        }
        return;
      }
    }
  }

  private void fail(ServerException e) {
    up.completeExceptionally(e);
    awaited.values().forEach(each -> each.completeExceptionally(e));
  }

  private void heard(JsonNode event) {
    switch (event.path("janus").asString("")) {
      case "event" -> answered(event);
      case "webrtcup" -> up.complete(null);
      case "hangup" ->
          up.completeExceptionally(
              new ServerException("Janus hung up: " + event.path("reason").asString("")));
      case "trickle" -> {
        JsonNode candidate = event.path("candidate");
        if (candidate.has("candidate")) {
          onCandidate.accept(candidate);
        }
      }
      default -> LOG.debug("Janus: {}", event);
    }
  }

  private void answered(JsonNode event) {
    var waiting = awaited.remove(event.path("transaction").asString(""));
    if (waiting != null) {
      waiting.complete(event);
    }
  }

  /** Ends the peer connection. */
  @Override
  public void close() {
    closed = true;
    try {
      api.post(session, JanusApi.request("destroy"));
    } catch (ServerException e) {
      LOG.debug("a session of Janus' could not be ended: {}", e.getMessage());
    }
    pump.interrupt();
  }
}
