package dev.parley.scenarios;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import dev.parley.reports.model.MetricCatalogue;
import java.time.Duration;
import org.testng.annotations.Test;

/** A link is cut; its end, or that it does not end, is noticed (RFC 7675). */
public final class ConsentLoss {
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final Duration AFTER = Duration.ofSeconds(3);

  private final Bounds bounds;

  /** With the built-in bounds. */
  public ConsentLoss() {
    this(Bounds.builtIn());
  }

  ConsentLoss(Bounds bounds) {
    this.bounds = bounds;
  }

  @Test
  @Scenario(
      id = "consent-loss",
      parameters = "healed",
      title = "A connection that is cut for a while comes back",
      networks = "ideal",
      ownNetwork = true,
      seconds = 60,
      byDefault = false)
  public void aCutThatEndsIsOvercome(Call call) {
    double cut = connectAndCut(call);
    reaches(call, "disconnected", cut);
    call.answerer().link().heal();
    double healed = call.offerer().now();
    reaches(call, "connected", healed);
    for (Participant participant : call.participants()) {
      call.figure(
          participant,
          MetricCatalogue.TIME_TO_RECOVER,
          participant.timeToState(healed, "connected"));
    }
    for (VideoFlow flow : call.measure(AFTER).video()) {
      call.check("frames decoded after the cut")
          .by(flow.receiver())
          .whateverTheLoad()
          .measured(flow.framesDecoded())
          .moreThan(Amount.of(0, "frames"));
    }
  }

  @Test
  @Scenario(
      id = "consent-loss",
      parameters = "left",
      title = "A connection that stays cut is given up",
      networks = "ideal",
      ownNetwork = true,
      seconds = 60,
      byDefault = false)
  public void aCutThatStaysIsNoticed(Call call) {
    double cut = connectAndCut(call);
    reaches(call, "failed", cut);
    for (Participant participant : call.participants()) {
      call.figure(
          participant,
          MetricCatalogue.TIME_TO_NOTICE_CLOSE,
          participant.timeToState(cut, "failed"));
    }
  }

  private static double connectAndCut(Call call) {
    call.connect();
    call.measure(BEFORE);
    call.answerer().link().cut();
    return call.offerer().now();
  }

  /** Each within the bound of its own family; the time is counted from the same moment for both. */
  void reaches(Call call, String state, double since) {
    for (Participant participant : call.participants()) {
      Amount bound = bounds.amount("consent-loss." + state, participant.family(), "s");
      double left = seconds(bound) - (participant.now() - since) / 1000;
      var unused =
          call.await(
              participant.name() + " to be " + state,
              Duration.ofMillis((long) (1000 * Math.max(0, left))),
              () -> participant.timeToState(since, state).value() != null);
      Amount took = participant.timeToState(since, state);
      call.check("connection becomes " + state)
          .by(participant)
          .whateverTheLoad()
          .found(took.value() != null ? state : participant.connectionState())
          .is(state);
      if (took.value() != null) {
        call.check("time until it is " + state).by(participant).measured(took).atMost(bound);
      }
    }
  }

  private static double seconds(Amount amount) {
    return amount.value() == null ? 0 : amount.value();
  }
}
