package com.example.calls;

import dev.parley.harness.Amount;
import dev.parley.harness.Call;
import dev.parley.harness.Check;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.Scenario;
import java.time.Duration;
import java.util.Map;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;

/** A camera that is turned off, and on again. */
public final class MuteComesBack {
  private static final Amount BLANK = Amount.of(2, "luma");
  private static final Duration OFF_AT_LEAST = Duration.ofSeconds(2);

  @Test
  @Scenario(id = "mute-comes-back", title = "A disabled picture goes blank, and comes back")
  public void pictureGoesBlankAndComesBack(Call call) {
    Participant viewer = call.offerer();
    Participant shy = call.answerer();
    viewer.load("x/OwnScenarios/picture.js");
    call.connect();

    call.measure().video().stream()
        .filter(flow -> flow.receiver() == viewer)
        .forEach(flow -> isSeen(call, flow));

    shy.enable("video", false);
    contrast(call, viewer, "while disabled", "blank").atMost(BLANK);
    stays(call, viewer);

    shy.enable("video", true);
    contrast(call, viewer, "once enabled again", "seen").moreThan(BLANK);
  }

  private static void isSeen(Call call, VideoFlow flow) {
    call.check("contrast of the picture before")
        .by(flow.receiver())
        .whateverTheLoad()
        .measured(flow.picture().contrast())
        .moreThan(BLANK);
  }

  /** Lets the picture be off for a while, unless it comes back by itself. */
  private static void stays(Call call, Participant viewer) {
    double since = viewer.now();
    call.await(
        "the picture to stay off",
        OFF_AT_LEAST,
        () -> viewer.now() - since >= OFF_AT_LEAST.toMillis());
    contrast(call, viewer, "after " + OFF_AT_LEAST.toSeconds() + " s", "blank").atMost(BLANK);
  }

  /** Asks the module of our own, in the viewer's page, to wait for a picture of that kind. */
  private static Check.OfAmount contrast(
      Call call, Participant viewer, String when, String wanted) {
    JsonNode seen =
        viewer.command("await-picture", Map.of("wanted", wanted, "deadlineMs", 8000));
    JsonNode contrast = seen.path("contrast");
    return call.check("contrast of the picture " + when)
        .by(viewer)
        .whateverTheLoad()
        .measured(
            contrast.isNumber()
                ? Amount.of(contrast.asDouble(), "luma")
                : Amount.absent("luma"));
  }
}
