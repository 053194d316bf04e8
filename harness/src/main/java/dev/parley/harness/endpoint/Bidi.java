package dev.parley.harness.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.bidi.Event;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One browser's WebDriver BiDi connection; a command ends at once when the browser does. */
final class Bidi implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PING_SECONDS = 2;
  private final HttpClient http;
  private final Connection connection;
  private final BiDi bidi;
  private final Duration timeout;
  private final CompletableFuture<EndpointException> fault;

  /**
   * Connects.
   *
   * @param timeout the longest that a command may take
   * @param fault completed when the browser is found to be gone
   */
  Bidi(URI socket, Duration timeout, CompletableFuture<EndpointException> fault) {
    ClientConfig config =
        ClientConfig.defaultConfig().baseUri(socket).readTimeout(timeout).wsTimeout(timeout);
    this.http = HttpClient.Factory.createDefault().createClient(config);
    this.connection = new Connection(http, socket.toString());
    this.bidi = new BiDi(connection, timeout);
    this.timeout = timeout;
    this.fault = fault;
  }

  /**
   * Sends a command and waits for its result.
   *
   * @throws EndpointException of kind {@code driver-hung} if there is no answer in time, the
   *     browser's own fault if it has one, else of the given kind with the browser's word
   */
  Map<String, Object> send(String method, Map<String, Object> parameters, String kind) {
    try {
      CompletableFuture<Map<String, Object>> answer =
          connection.send(new Command<Map<String, Object>>(method, parameters, Map.class));
      CompletableFuture.anyOf(answer, fault).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!answer.isDone()) {
        throw fault.join();
      }
      return answer.join();
    } catch (TimeoutException e) {
      throw late(method, kind, e);
    } catch (ExecutionException | CompletionException | WebDriverException e) {
      throw fault.isDone() ? fault.join() : refused(method, kind, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException("interrupted", "interrupted during " + method, e);
    }
  }

  /** Tells a slow page from a browser that answers nothing any more, which is a fault of it. */
  private EndpointException late(String method, String kind, TimeoutException e) {
    String said =
        "the browser did not finish %s within %d s".formatted(method, timeout.toSeconds());
    if (answers()) {
      return new EndpointException(kind, said, e);
    }
    EndpointException hung =
        new EndpointException("driver-hung", said + ", and answers nothing any more", e);
    fault.complete(hung);
    return hung;
  }

  /** Whether the browser answers anything, within 2 s. */
  boolean answers() {
    try {
      connection
          .send(new Command<Map<String, Object>>("session.status", Map.of(), Map.class))
          .get(PING_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | WebDriverException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Listens to an event; the browser is asked to send it.
   *
   * @return false if the browser knows no such event
   */
  boolean listen(String event, Consumer<Map<String, Object>> listener) {
    try {
      bidi.addListener(new Event<>(event, parameters -> parameters), listener);
      return true;
    } catch (WebDriverException e) {
      return false;
    }
  }

  @Override
  public void close() {
    connection.close();
    http.close();
  }

  private static EndpointException refused(String method, String kind, Exception e) {
    Throwable cause = e instanceof WebDriverException || e.getCause() == null ? e : e.getCause();
    String said = said(String.valueOf(cause.getMessage()));
    return new EndpointException(kind, "the browser refused %s: %s".formatted(method, said), cause);
  }

  /** The browser's own words, out of the JSON object that an error arrives as. */
  private static String said(String message) {
    String line = message.lines().findFirst().orElse("");
    try {
      return JSON.readTree(line).path("message").asString(line);
    } catch (JacksonException e) {
      return line;
    }
  }
}
