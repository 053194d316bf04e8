package dev.parley.harness.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A driver that is none: keeps each new-session request in a file, and answers it with a session
 * that has no WebDriver BiDi, or never. Arguments: the file, {@code answer} or {@code hang}, then
 * those that a driver is given.
 */
final class StubDriver {
  private static final String SESSION =
      "{\"value\":{\"sessionId\":\"stub\",\"capabilities\":{\"browserName\":\"stub\"}}}";

  private StubDriver() {}

  public static void main(String[] arguments) throws IOException {
    Path requests = Path.of(arguments[0]);
    boolean hang = arguments[1].equals("hang");
    int port = 0;
    for (String argument : arguments) {
      if (argument.startsWith("--port=")) {
        port = Integer.parseInt(argument.substring("--port=".length()));
      }
    }
    HttpServer server = HttpServer.create(Loopback.at(port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/session", exchange -> session(exchange, requests, hang));
    server.start();
  }

  /** A script that starts it, and tells a version when asked. */
  static Path script(Sandbox box, String name, String version, Path requests, String mode) {
    return box.script(
        "bin/" + name,
        "if [ \"$1\" = --version ]; then echo 'stub " + version + "'; exit 0; fi",
        "exec '%s' -cp '%s' %s '%s' %s \"$@\""
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                StubDriver.class.getName(),
                requests,
                mode));
  }

  private static void session(HttpExchange exchange, Path requests, boolean hang)
      throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      Files.write(requests, body);
    }
    if (hang) {
      await(new CountDownLatch(1));
    }
    byte[] answer = SESSION.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
