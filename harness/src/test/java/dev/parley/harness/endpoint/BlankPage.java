package dev.parley.harness.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A page with nothing on it, on loopback. */
final class BlankPage implements AutoCloseable {
  private final HttpServer server;

  BlankPage() {
    try {
      server = HttpServer.create(Loopback.at(0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] html = "<!doctype html><title>blank</title>".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
