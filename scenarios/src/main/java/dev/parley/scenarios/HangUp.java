package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.Media;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import dev.parley.reports.model.MetricCatalogue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

/** One side goes; the other notices. */
public final class HangUp {
  private static final String CHANNEL = "watch";

  /** A closed data channel is told by the peer that closes it (RFC 8831, section 6.7). */
  private static final Duration TOLD = Duration.ofSeconds(5);

  /** A lost connection is found out by missing consent (RFC 7675: 30 s), and some grace. */
  private static final Duration FOUND_OUT = Duration.ofSeconds(40);

  @Test
  @Scenario(id = "hang-up", parameters = "close", title = "A hang-up is noticed at once")
  public void closingIsNoticedAtOnce(Call call) {
    begin(call);
    double since = call.offerer().now();
    call.offerer().hangUp();
    channelClosed(call, call.answerer(), since);
    connectionLost(call, call.answerer(), since);
  }

  @Test
  @Scenario(id = "hang-up", parameters = "tab-closed", title = "A closed tab is noticed")
  public void aClosedTabIsNoticed(Call call) {
    begin(call);
    double since = call.offerer().now();
    call.offerer().closeTab();
    connectionLost(call, call.answerer(), since);
  }

  @Test
  @Scenario(
      id = "hang-up",
      parameters = "browser-killed",
      title = "A killed browser is noticed by its silence",
      byDefault = false)
  public void aKilledBrowserIsNoticed(Call call) {
    begin(call);
    double since = call.offerer().now();
    call.offerer().killBrowser();
    connectionLost(call, call.answerer(), since);
  }

  private static void begin(Call call) {
    call.connect(Media.audioVideo().withChannels(CHANNEL));
    boolean open =
        call.await(
            "the channel to be open",
            TOLD,
            () -> "open".equals(call.answerer().channelState(CHANNEL)));
    call.check("channel before the hang-up")
        .by(call.answerer())
        .found(open ? "open" : call.answerer().channelState(CHANNEL))
        .is("open");
  }

  private static void channelClosed(Call call, Participant left, double since) {
    boolean closed =
        call.await(
            "the channel to be closed",
            TOLD,
            () -> left.timeToChannelClosed(since, CHANNEL).value() != null);
    call.check("channel after the hang-up")
        .by(left)
        .whateverTheLoad()
        .found(closed ? "closed" : left.channelState(CHANNEL))
        .is("closed");
  }

  private static void connectionLost(Call call, Participant left, double since) {
    boolean lost =
        call.await("the connection to be lost", FOUND_OUT, () -> timeToLost(left, since) != null);
    call.check("connection after the hang-up")
        .by(left)
        .whateverTheLoad()
        .found(lost ? "lost" : left.connectionState())
        .is("lost");
    call.figure(
        left, MetricCatalogue.TIME_TO_NOTICE_CLOSE, new Amount(timeToLost(left, since), "s"));
  }

  private static @Nullable Double timeToLost(Participant left, double since) {
    return left.timeToState(since, "disconnected", "failed", "closed").value();
  }
}
