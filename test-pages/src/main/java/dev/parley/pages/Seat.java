package dev.parley.pages;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A participant's place in a call, and the socket that sits on it. */
final class Seat {
  private final String name;
  private final boolean reusable;
  private boolean used;
  private @Nullable PageSocket socket;
  private CompletableFuture<PageMessage.Hello> joined = new CompletableFuture<>();

  Seat(String name, boolean reusable) {
    this.name = name;
    this.reusable = reusable;
  }

  String name() {
    return name;
  }

  /** Whether a page may still connect. */
  synchronized boolean free() {
    return socket == null && (reusable || !used);
  }

  /** Gives the seat to a socket; false where it is taken. */
  synchronized boolean take(PageSocket taker) {
    if (!free()) {
      return false;
    }
    socket = taker;
    used = true;
    if (joined.isDone()) {
      joined = new CompletableFuture<>();
    }
    return true;
  }

  /** The socket has closed; whoever still waits for its hello is told. */
  synchronized CompletableFuture<PageMessage.Hello> leave(PageSocket leaver) {
    if (socket == leaver) {
      socket = null;
    }
    return joined;
  }

  synchronized @Nullable PageSocket socket() {
    return socket;
  }

  synchronized CompletableFuture<PageMessage.Hello> joined() {
    return joined;
  }
}
