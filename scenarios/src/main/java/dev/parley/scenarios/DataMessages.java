package dev.parley.scenarios;

import dev.parley.harness.Call;
import dev.parley.harness.Media;
import dev.parley.harness.Participant;
import dev.parley.harness.Participant.Echo;
import dev.parley.harness.Participant.Message;
import dev.parley.harness.Scenario;
import dev.parley.reports.model.MetricCatalogue;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** Messages over a data channel. */
public final class DataMessages {
  private static final String CHANNEL = "echo";
  private static final String BACK = "echo-back";
  private static final Duration PER_MESSAGE = Duration.ofSeconds(5);

  private static final List<Message> MESSAGES =
      List.of(
          new Message("a text", "text", "hello", 0),
          new Message("an empty text", "text", "", 0),
          new Message("text beyond ASCII", "text", "grüße, 你好, 👩‍👩‍👧", 0),
          new Message("an empty binary", "binary", null, 0),
          new Message("16 KiB of bytes", "binary", null, 16_384),
          new Message("a Blob", "blob", null, 4_096));

  @Test
  @Scenario(
      id = "data",
      parameters = "messages",
      title = "Messages of every kind come back as they were sent")
  public void messagesComeBackAsTheyWereSent(Call call) {
    call.connect(Media.none().withChannels(CHANNEL));
    exchange(call, call.offerer(), CHANNEL);
    call.answerer().openChannel(BACK);
    exchange(call, call.answerer(), BACK);
  }

  private static void exchange(Call call, Participant sender, String channel) {
    for (Echo echo : sender.exchange(channel, MESSAGES, PER_MESSAGE)) {
      call.check("echo of " + echo.name())
          .by(sender)
          .whateverTheLoad()
          .found(echo.error() != null ? echo.error() : echo.equal() ? "equal" : "different")
          .is("equal");
      call.figure(sender, MetricCatalogue.MESSAGE_ROUND_TRIP, echo.roundTrip());
    }
  }
}
