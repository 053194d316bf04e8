package dev.parley.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page without a browser: a socket that can also misbehave. */
@NullUnmarked
final class TestPage implements WebSocket.Listener, AutoCloseable {
  /** In place of a close code, where the connection broke before one was read. */
  static final int CUT_OFF = -1;

  static final String HELLO =
      "{\"v\":1,\"type\":\"hello\",\"userAgent\":\"test\",\"platform\":\"jvm\",\"timeOrigin\":1.5,"
          + "\"pageMs\":2.5,\"crossOriginIsolated\":true,\"visibility\":\"visible\"}";
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private final List<JsonNode> messages = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;

  private TestPage() {}

  static URI address(URI server, String call, String participant) {
    return URI.create(
        server.toString().replaceFirst("http", "ws")
            + "socket?call="
            + call
            + "&participant="
            + participant);
  }

  static String origin(URI server) {
    return server.getScheme() + "://" + server.getAuthority();
  }

  /** Connects and says hello. */
  static TestPage join(URI server, String call, String participant) {
    TestPage page = connect(address(server, call, participant), origin(server));
    page.send(HELLO);
    return page;
  }

  static TestPage connect(URI address, @Nullable String origin) {
    TestPage page = new TestPage();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    page.socket = builder.buildAsync(address, page).orTimeout(10, TimeUnit.SECONDS).join();
    return page;
  }

  void send(String text) {
    sent(() -> socket.sendText(text, true));
  }

  void sendBinary(byte[] bytes) {
    sent(() -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /**
   * Sends once the message before is out: the JDK completes a send's future a moment before it
   * takes the next one, and refuses that with an {@link IllegalStateException} meanwhile.
   */
  private static void sent(Supplier<CompletableFuture<WebSocket>> sending) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      try {
        var unused = sending.get().orTimeout(10, TimeUnit.SECONDS).join();
        return;
      } catch (CompletionException e) {
        boolean pending = e.getCause() instanceof IllegalStateException;
        if (!pending || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** The close code, once the server has closed. */
  int closeCode() {
    return closed.orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** A send failed: the connection is gone, and the client may never tell of its end. */
  void cutOff() {
    closed.complete(CUT_OFF);
  }

  boolean isClosed() {
    return closed.isDone();
  }

  /** Waits for a message. */
  synchronized JsonNode await(String what, Predicate<JsonNode> wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      for (JsonNode each : messages) {
        if (wanted.test(each)) {
          return each;
        }
      }
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("Awaited " + what + " for 10 s; seen " + messages);
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted while awaiting " + what, e);
      }
    }
  }

  JsonNode awaitType(String type) {
    return await(type, each -> each.path("type").asString("").equals(type));
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received(MAPPER.readTree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(CUT_OFF);
  }

  @Override
  public void close() {
    drop();
  }

  /** Is gone without a word, as the page of a browser that crashed. */
  void drop() {
    socket.abort();
  }

  /** Leaves as a page does that is navigated away. */
  void leave() {
    var unused = socket.sendClose(1001, "").orTimeout(10, TimeUnit.SECONDS).join();
  }

  private synchronized void received(JsonNode message) {
    messages.add(message);
    notifyAll();
    if (message.path("type").asString("").equals("ping")) {
      var unused =
          socket.sendText(
              "{\"v\":1,\"type\":\"pong\",\"id\":" + message.path("id") + ",\"pageMs\":3.25}",
              true);
    }
  }
}
