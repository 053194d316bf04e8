package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.Media;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import java.time.Duration;
import org.testng.annotations.Test;

/** One side goes; the other notices. */
public final class HangUp {
  private static final String CHANNEL = "watch";

  /** A peer that says goodbye is to be noticed at once, one that vanishes by its silence. */
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private static final Duration SILENCE = Duration.ofSeconds(40);

  @Test
  @Scenario(id = "hang-up", parameters = "close", title = "A hang-up is noticed at once")
  public void closingIsNoticedAtOnce(Call call) {
    begin(call);
    double since = call.offerer().now();
    call.offerer().hangUp();
    noticed(call, call.answerer(), since, GOODBYE);
  }

  @Test
  @Scenario(id = "hang-up", parameters = "tab-closed", title = "A closed tab is noticed")
  public void aClosedTabIsNoticed(Call call) {
    begin(call);
    double since = call.offerer().now();
    call.offerer().closeTab();
    noticed(call, call.answerer(), since, SILENCE);
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
    noticed(call, call.answerer(), since, SILENCE);
  }

  private static void begin(Call call) {
    call.connect(Media.audioVideo().withChannels(CHANNEL));
    boolean open =
        call.await(
            "the channel to be open",
            GOODBYE,
            () -> "open".equals(call.answerer().channelState(CHANNEL)));
    call.check("channel before the hang-up")
        .by(call.answerer())
        .found(open ? "open" : call.answerer().channelState(CHANNEL))
        .is("open");
  }

  private static void noticed(Call call, Participant left, double since, Duration bound) {
    Amount limit = Amount.of(bound.toSeconds(), "s");
    boolean seen =
        call.await(
            "the connection to be lost",
            bound,
            () -> left.timeToState(since, "disconnected", "failed", "closed").value() != null);
    call.check("connection after the hang-up")
        .by(left)
        .whateverTheLoad()
        .found(seen ? "lost" : left.connectionState())
        .is("lost");
    call.check("time to notice the lost connection")
        .by(left)
        .measured(left.timeToState(since, "disconnected", "failed", "closed"))
        .atMost(limit);
  }
}
