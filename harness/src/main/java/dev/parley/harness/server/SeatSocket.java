package dev.parley.harness.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A seat of a call that is taken without a browser: signaling and the clock's pings, no more. */
final class SeatSocket implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int CONNECT_SECONDS = 10;
  private static final double NANOS_PER_MS = 1e6;
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
  private final BiConsumer<String, JsonNode> onSignal;
  private final long began = System.nanoTime();

  /** The last message on its way: the JDK's socket takes one at a time. */
  private CompletableFuture<WebSocket> sent = socket;

  private SeatSocket(BiConsumer<String, JsonNode> onSignal) {
    this.onSignal = onSignal;
  }

  /**
   * Takes a seat.
   *
   * @param page the address that a browser in this seat would open
   * @param onSignal hears of each signal and whose it is; to be quick
   * @throws ServerException if the page server refuses
   */
  static SeatSocket connect(URI page, BiConsumer<String, JsonNode> onSignal) {
    SeatSocket seat = new SeatSocket(onSignal);
    String address = page.resolve("socket?" + page.getRawQuery()).toString();
    seat.send(seat.hello());
    try {
      WebSocket open =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .header("Origin", page.getScheme() + "://" + page.getRawAuthority())
              .buildAsync(URI.create("ws" + address.substring("http".length())), seat)
              .orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
              .join();
      seat.socket.complete(open);
      return seat;
    } catch (CompletionException e) {
      throw new ServerException(
          "no seat for a server at %s: %s".formatted(page.getRawAuthority(), e.getCause()), e);
    }
  }

  private ObjectNode hello() {
    return message("hello")
        .put("userAgent", "Parley's server")
        .put("platform", System.getProperty("os.name", ""))
        .put("timeOrigin", 0)
        .put("pageMs", now())
        .put("crossOriginIsolated", false)
        .put("visibility", "hidden");
  }

  private double now() {
    return (System.nanoTime() - began) / NANOS_PER_MS;
  }

  private static ObjectNode message(String type) {
    return JSON.createObjectNode().put("v", 1).put("type", type);
  }

  /** Signals to another participant; nothing happens once the call is over. */
  void signal(String to, JsonNode signal) {
    ObjectNode message = message("signal").put("to", to);
    message.set("signal", signal);
    send(message);
  }

  private synchronized void send(ObjectNode message) {
    sent = sent.thenCompose(open -> open.sendText(message.toString(), true));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      JsonNode message = JSON.readTree(partial.toString());
      partial.setLength(0);
      received(message);
    }
    from.request(1);
    return null;
  }

  private void received(JsonNode message) {
    switch (message.path("type").asString("")) {
      case "ping" ->
          send(message("pong").put("id", message.path("id").asLong(0)).put("pageMs", now()));
      case "signal" -> onSignal.accept(message.path("from").asString(""), message.path("signal"));
      default -> {
        // Nobody commands a server, and it shows nothing.
      }
    }
  }

  @Override
  public void close() {
    var unused =
        socket
            .thenCompose(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, "left"))
            .thenAccept(WebSocket::abort);
  }
}
