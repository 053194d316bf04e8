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
import org.openqa.selenium.bidi.BiDi;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.bidi.Event;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/** One browser's WebDriver BiDi connection; a command ends at once when the browser does. */
final class Bidi implements AutoCloseable {
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
    CompletableFuture<Map<String, Object>> answer =
        connection.send(new Command<Map<String, Object>>(method, parameters, Map.class));
    try {
      CompletableFuture.anyOf(answer, fault).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!answer.isDone()) {
        throw fault.join();
      }
      return answer.join();
    } catch (TimeoutException e) {
      throw new EndpointException(
          "driver-hung",
          "the browser did not answer %s within %d s".formatted(method, timeout.toSeconds()),
          e);
    } catch (ExecutionException | CompletionException e) {
      throw fault.isDone() ? fault.join() : refused(method, kind, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException("interrupted", "interrupted during " + method, e);
    }
  }

  /** Listens to an event; the browser is asked to send it. */
  void listen(String event, Consumer<Map<String, Object>> listener) {
    bidi.addListener(new Event<>(event, parameters -> parameters), listener);
  }

  @Override
  public void close() {
    connection.close();
    http.close();
  }

  private static EndpointException refused(String method, String kind, Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new EndpointException(kind, "the browser refused %s: %s".formatted(method, said), cause);
  }
}
