package dev.parley.pages;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The commands that one page has not yet answered. */
final class PendingCommands {
  private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Executor executor;
  private volatile @Nullable String gone;

  /**
   * With the executor on which answers complete, so that whoever waits for one on the completing
   * thread does not hold up the socket.
   */
  PendingCommands(Executor executor) {
    this.executor = executor;
  }

  long nextId() {
    return lastId.incrementAndGet();
  }

  CompletableFuture<JsonNode> expect(long id) {
    CompletableFuture<JsonNode> future = new CompletableFuture<>();
    waiting.put(id, future);
    String reason = gone;
    if (reason != null) {
      failAll(reason);
    }
    return future;
  }

  /** Completes a command; false where none with that id is waiting. */
  boolean answer(Inbound.Reply reply) {
    CompletableFuture<JsonNode> future = waiting.remove(reply.id());
    if (future == null) {
      return false;
    }
    executor.execute(() -> complete(future, reply));
    return true;
  }

  /** Fails what is waiting and what will be asked from now on. */
  void failAll(String reason) {
    gone = reason;
    for (Long id : List.copyOf(waiting.keySet())) {
      CompletableFuture<JsonNode> future = waiting.remove(id);
      if (future != null) {
        future.completeExceptionally(new PageCommandException("Gone", reason));
      }
    }
  }

  private static void complete(CompletableFuture<JsonNode> future, Inbound.Reply reply) {
    PageCommandException error = reply.error();
    if (error == null) {
      future.complete(reply.value());
    } else {
      future.completeExceptionally(error);
    }
  }
}
