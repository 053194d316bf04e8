package dev.parley.network.realtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Something that another thread is to do, whose answer is waited for. */
final class Request<T> {
  private static final long LOOK_AGAIN_MS = 100;

  private final Supplier<T> body;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  Request(Supplier<T> body) {
    this.body = body;
  }

  /** Does it. */
  void run() {
    try {
      answer.complete(body.get());
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  /**
   * Waits for the answer, whatever interrupts; an interruption is kept.
   *
   * @param taken whether somebody will do it; otherwise the calling thread does
   */
  T answer(BooleanSupplier taken) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (!taken.getAsBoolean()) {
            run();
          }
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw thrown(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    return new IllegalStateException("the links' thread failed: " + e.getCause(), e);
  }
}
