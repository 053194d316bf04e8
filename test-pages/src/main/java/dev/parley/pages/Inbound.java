package dev.parley.pages;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a page may send, once it has been checked. */
sealed interface Inbound {

  /** The answer to a clock ping. */
  record Pong(long id, double pageMs) implements Inbound {}

  /** A signal for another participant. */
  record Signal(String to, JsonNode signal) implements Inbound {}

  /** The answer to a command; either a value or an error. */
  record Reply(long id, JsonNode value, @Nullable PageCommandException error) implements Inbound {}

  /** Something to pass on to the listener. */
  record Observed(PageMessage message) implements Inbound {}
}
