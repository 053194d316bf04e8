package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import dev.parley.harness.CallFailed;
import dev.parley.pages.PageCall;
import dev.parley.pages.PageCommandException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;

/**
 * Tells pages what to do, and tells apart whose fault it is when they do not.
 *
 * @param page the call's pages
 * @param board where faults of the infrastructure end a wait
 */
record PageCommands(PageCall page, CallBoard board) {
  /** DOM errors with which an RTCPeerConnection says that it could not do what it was asked. */
  private static final Set<String> OF_THE_PRODUCT =
      Set.of(
          "OperationError",
          "InvalidStateError",
          "InvalidAccessError",
          "InvalidModificationError",
          "NotSupportedError",
          "NetworkError",
          "SyntaxError",
          "RTCError");

  /**
   * Gives a command and waits for its answer.
   *
   * @throws CallFailed if the browser refused to do it
   * @throws CallErrored if the page did not answer in time, or is gone
   */
  JsonNode run(String participant, String command, Object arguments, Duration bound) {
    return await(participant, command, start(participant, command, arguments), bound);
  }

  /** Gives a command without waiting. */
  CompletableFuture<JsonNode> start(String participant, String command, Object arguments) {
    CompletableFuture<JsonNode> answer = page.command(participant, command, arguments);
    var unused = answer.whenComplete((value, error) -> board.post(() -> {}));
    return answer;
  }

  /** Waits for the answer to a command that was given. */
  JsonNode await(
      String participant, String command, CompletableFuture<JsonNode> answer, Duration bound) {
    String what = "the answer of " + participant + " to '" + command + "'";
    if (!board.await(what, bound, answer::isDone)) {
      throw new CallErrored(
          "page-silent", "no answer within " + bound.toSeconds() + " s: waited for " + what);
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw verdict(participant, command, e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException verdict(String participant, String command, Throwable cause) {
    String message = "'%s' by %s: %s".formatted(command, participant, cause.getMessage());
    if (cause instanceof PageCommandException refused) {
      String named = refused.errorName() + ": " + message;
      return OF_THE_PRODUCT.contains(refused.errorName())
          ? new CallFailed(named)
          : new CallErrored("page-error", named);
    }
    return new CallErrored("page-error", message, cause);
  }
}
