package dev.parley.pages;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** One call's pages: where to open them, and a way to tell them what to do. */
public final class PageCall implements AutoCloseable {

  PageCall() {}

  /** The address that this participant's browser is to open. */
  public URI pageUri(String participant) {
    throw new UnsupportedOperationException("not built");
  }

  /** Completes when the participant's page has said hello. */
  public CompletableFuture<PageMessage.Hello> joined(String participant) {
    throw new UnsupportedOperationException("not built");
  }

  /**
   * Tells a page to do something; completes with what it answers.
   *
   * <p>It completes exceptionally with a {@link PageCommandException} where the page threw or its
   * socket is closed; it sets no deadline of its own.
   */
  public CompletableFuture<JsonNode> command(String participant, String name, Object arguments) {
    throw new UnsupportedOperationException("not built");
  }

  /** Ends the call: closes its sockets and refuses new ones. */
  @Override
  public void close() {
    throw new UnsupportedOperationException("not built");
  }
}
