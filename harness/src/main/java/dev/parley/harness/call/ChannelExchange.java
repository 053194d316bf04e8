package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.Participant.Echo;
import dev.parley.harness.Participant.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Sends messages over a data channel and sees what comes back.
 *
 * @param commands the way to the page
 * @param participant who sends
 * @param peer who echoes
 */
record ChannelExchange(PageCommands commands, String participant, String peer) {
  private static final Duration ANSWER = Duration.ofSeconds(15);

  /** Sends them one after another, each within the bound. */
  List<Echo> run(String label, List<Message> messages, Duration bound) {
    JsonNode answer =
        commands.run(
            participant,
            "channel-exchange",
            Map.of(
                "peer",
                peer,
                "label",
                label,
                "cases",
                messages.stream().map(ChannelExchange::toCase).toList(),
                "deadlineMs",
                bound.toMillis()),
            bound.multipliedBy(messages.size()).plus(ANSWER));
    List<Echo> echoes = new ArrayList<>();
    for (JsonNode result : answer.path("results")) {
      echoes.add(echo(result));
    }
    return echoes;
  }

  private static Echo echo(JsonNode result) {
    JsonNode roundTrip = result.path("roundTripMs");
    JsonNode error = result.path("error");
    return new Echo(
        result.path("name").asString(""),
        result.path("equal").asBoolean(false),
        new Amount(roundTrip.isNumber() ? roundTrip.asDouble() / 1000 : null, "s"),
        error.isString() ? error.asString() : null);
  }

  private static Map<String, Object> toCase(Message message) {
    return message.text() == null
        ? Map.of("name", message.name(), "kind", message.kind(), "bytes", message.bytes())
        : Map.of("name", message.name(), "kind", message.kind(), "text", message.text());
  }
}
