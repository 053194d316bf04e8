package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.Arrivals;
import dev.parley.harness.ChannelPolicy;
import dev.parley.harness.FileTransfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Sends files and counted messages over data channels, and hears from the far end what came.
 *
 * @param commands the way to both pages
 * @param participant who sends
 * @param peer who receives
 */
record ChannelTransfers(PageCommands commands, String participant, String peer) {
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** How long nothing may come until what is missing counts as lost. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  FileTransfer file(String label, int bytes, Duration bound) {
    open(label, ChannelPolicy.RELIABLE);
    JsonNode answer =
        commands.run(
            participant,
            "file-send",
            Map.of("peer", peer, "label", label, "bytes", bytes, "deadlineMs", bound.toMillis()),
            bound.plus(ANSWER));
    return transfer(answer);
  }

  static FileTransfer transfer(JsonNode answer) {
    JsonNode error = answer.path("error");
    return new FileTransfer(
        answer.path("bytes").asInt(),
        answer.path("equal").asBoolean(false),
        error.isString() ? error.asString() : null,
        amount(answer.path("seconds"), "s"),
        answer.path("waits").asInt(),
        answer.path("lowEvents").asInt(),
        amount(answer.path("mostBuffered"), "bytes"));
  }

  private static Amount amount(JsonNode value, String unit) {
    return value.isNumber() ? Amount.of(value.asDouble(), unit) : Amount.absent(unit);
  }

  Arrivals numbered(String label, ChannelPolicy policy, int messages, int bytes, Duration time) {
    open(label, policy);
    Duration bound = time.multipliedBy(3).plus(ANSWER);
    JsonNode sent =
        commands.run(
            participant,
            "numbered-send",
            Map.of(
                "peer",
                peer,
                "label",
                label,
                "messages",
                messages,
                "bytes",
                bytes,
                "perSecond",
                messages * 1000.0 / time.toMillis(),
                "deadlineMs",
                bound.toMillis()),
            bound.plus(ANSWER));
    return arrivals(sent.path("sent").asInt(), received(label, sent, bound));
  }

  private JsonNode received(String label, JsonNode sent, Duration bound) {
    return commands.run(
        peer,
        "numbered-received",
        Map.of(
            "peer",
            participant,
            "label",
            label,
            "expected",
            sent.path("sent").asInt(),
            "quietMs",
            QUIET.toMillis(),
            "deadlineMs",
            bound.toMillis()),
        bound.plus(ANSWER));
  }

  static Arrivals arrivals(int sent, JsonNode received) {
    List<Integer> numbers = new ArrayList<>();
    received.path("numbers").forEach(number -> numbers.add(number.asInt()));
    return new Arrivals(sent, numbers);
  }

  private void open(String label, ChannelPolicy policy) {
    commands.run(
        participant,
        "channel-open",
        Map.of("peer", peer, "label", label, "options", policy.asInit()),
        ANSWER);
  }
}
