package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.inVideo;
import static dev.parley.harness.stats.Raw.inbound;
import static dev.parley.harness.stats.Raw.sample;
import static dev.parley.reports.metrics.Measured.NOT_REPORTED;
import static dev.parley.reports.metrics.Measured.UNDEFINED;
import static org.testng.Assert.assertEquals;

import dev.parley.reports.metrics.Measured;
import org.testng.annotations.Test;

/** Frames come every 40 ms, the first at 0 s, unless said otherwise. */
public class FreezeWindowTest {

  /** What is known at {@code second}, the last frame having come at {@code last}. */
  private static RawSample at(int second, int frames, double last, double frozen) {
    return sample(
        second,
        inVideo(
            "framesDecoded: %d, totalInterFrameDelay: %s, totalFreezesDuration: %s"
                .formatted(frames, last, frozen)));
  }

  private static RawSample smooth(int second) {
    return at(second, second * 25 + 1, second, 0);
  }

  @Test
  public void aSmoothPictureHasARatioOfZero() {
    Measured ratio = inbound(smooth(1), smooth(2), smooth(3)).freezeRatio();

    assertEquals(ratio, Measured.of(0));
  }

  @Test
  public void aPictureThatStandsForGoodIsFrozenThoughTheBrowserSaysZero() {
    Measured ratio =
        inbound(smooth(1), smooth(2), at(3, 51, 2, 0), at(4, 51, 2, 0), at(6, 51, 2, 0))
            .freezeRatio();

    assertEquals(ratio.orElse(-1), 4 / 5.0, 1e-9);
  }

  @Test
  public void aGapTooShortForTheRuleIsNoFreeze() {
    Measured ratio = inbound(smooth(1), at(2, 48, 1.88, 0)).freezeRatio();

    assertEquals(ratio, Measured.of(0));
  }

  @Test
  public void closedAndOpenGapsAddUp() {
    Measured ratio = inbound(smooth(1), at(5, 60, 3.5, 1), at(11, 60, 3.5, 1)).freezeRatio();

    assertEquals(ratio.orElse(-1), (1 + 7.5) / 10, 1e-9);
  }

  @Test
  public void whatOfAFreezeLayBeforeTheWindowIsNotCounted() {
    Measured ratio = inbound(at(6, 51, 2, 0), at(7, 52, 7, 5), at(16, 252, 16, 5)).freezeRatio();

    assertEquals(ratio.orElse(-1), 1 / 10.0, 1e-9);
  }

  @Test
  public void frozenThroughoutIsARatioOfOne() {
    Measured ratio = inbound(at(6, 51, 2, 0), at(7, 51, 2, 0), at(16, 51, 2, 0)).freezeRatio();

    assertEquals(ratio, Measured.of(1));
  }

  @Test
  public void aGapMissingFromTheBrowsersSumDoesNotMakeAFreeze() {
    Measured ratio =
        inbound(smooth(1), smooth(2), at(10, 60, 3, 0), at(11, 85, 4, 0), at(12, 110, 5, 0))
            .freezeRatio();

    assertEquals(ratio.orElse(-1), 1 / 11.0, 1e-9, "bounded by the last sample without a frame");
  }

  @Test
  public void aWindowMayBeginAtTheVeryFirstFrame() {
    assertEquals(inbound(at(1, 1, 0, 0), at(2, 26, 1, 0)).freezeRatio(), Measured.of(0));
  }

  @Test
  public void aSingleFrameThatStandsIsFrozen() {
    assertEquals(inbound(at(1, 1, 0, 0), at(11, 1, 0, 0)).freezeRatio(), Measured.of(1));
  }

  @Test
  public void noFrameAtAllIsNoFreezeAndNoZero() {
    assertEquals(inbound(at(1, 0, 0, 0), at(9, 0, 0, 0)).freezeRatio(), UNDEFINED);
  }

  @Test
  public void withoutTheMembersThereIsNoRatio() {
    Measured ratio =
        inbound(
                sample(1, inVideo("framesDecoded: 25, totalInterFrameDelay: 1")),
                sample(2, inVideo("framesDecoded: 50, totalInterFrameDelay: 2")))
            .freezeRatio();

    assertEquals(ratio, NOT_REPORTED);
  }

  @Test
  public void anEmptyWindowHasNoRatio() {
    String members = "framesDecoded: 25, totalInterFrameDelay: 1, totalFreezesDuration: 0";
    RawSample first = sample(1, inVideo(members));
    RawSample second = new RawSample("pc1", 2, 2000, first.report());

    assertEquals(inbound(first, second).freezeRatio(), UNDEFINED);
  }
}
