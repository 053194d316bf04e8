package dev.parley.reports.metrics;

import static dev.parley.reports.metrics.Measured.NOT_REPORTED;
import static dev.parley.reports.metrics.Measured.UNDEFINED;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import org.testng.annotations.Test;

public class FormulasTest {
  private static Measured of(double value) {
    return Measured.of(value);
  }

  private static double value(Measured measured) {
    assertTrue(measured.isPresent(), measured.toString());
    return measured.orElse(Double.NaN);
  }

  @Test
  public void bitrateIsEightBitsAByteOverTheSeconds() {
    assertEquals(Formulas.bitrate(of(125_000), of(2)), of(500_000));
    assertEquals(Formulas.bitrate(of(0), of(2)), of(0));
    assertEquals(Formulas.bitrate(of(125_000), of(0)), UNDEFINED);
  }

  @Test
  public void packetLossLeavesRetransmissionsOut() {
    double with = value(Formulas.packetLoss(of(99), of(1101), of(200)));

    assertEquals(with, 0.099, 1e-12);
    assertEquals(99 / 1200.0, 0.0825, 1e-12, "what it would read with them left in");
  }

  @Test
  public void packetsThatCameLateLeaveNoLossAndNoNegativeOne() {
    assertEquals(Formulas.packetLoss(of(-3), of(103), of(0)), of(0));
  }

  @Test
  public void nothingExpectedIsNoLossOfZero() {
    assertEquals(Formulas.packetLoss(of(0), of(0), of(0)), UNDEFINED);
    assertEquals(Formulas.packetLoss(NOT_REPORTED, of(10), of(0)), NOT_REPORTED);
    assertEquals(Formulas.packetLoss(of(1), of(10), NOT_REPORTED), NOT_REPORTED);
  }

  @Test
  public void everythingLostIsALossOfOne() {
    assertEquals(Formulas.packetLoss(of(50), of(0), of(0)), of(1));
  }

  @Test
  public void audibleConcealmentLeavesSilenceOut() {
    assertEquals(Formulas.audibleConcealment(of(480), of(240), of(4800)), of(0.05));
    assertEquals(Formulas.audibleConcealment(of(480), of(240), of(0)), UNDEFINED);
  }

  @Test
  public void timeStretchCountsBothWays() {
    assertEquals(Formulas.timeStretch(of(100), of(140), of(4800)), of(0.05));
    assertEquals(Formulas.timeStretch(of(0), of(0), of(0)), UNDEFINED);
  }

  @Test
  public void audioLevelIsTheRootOfEnergyOverDuration() {
    assertEquals(Formulas.audioLevel(of(0.5), of(2)), of(0.5));
    assertEquals(Formulas.audioLevel(of(0), of(2)), of(0));
    assertEquals(Formulas.audioLevel(of(0), of(0)), UNDEFINED);
  }

  @Test
  public void oneLongGapShowsInTheHarmonicFrameRateAlone() {
    int frames = 300;
    double longGap = 2;
    double shortGap = (12 - longGap) / (frames - 1);
    double delays = (frames - 1) * shortGap + longGap;
    double squares = (frames - 1) * shortGap * shortGap + longGap * longGap;

    assertEquals(value(Formulas.rate(of(frames), of(delays))), 25, 1e-9);
    assertEquals(value(Formulas.harmonicFrameRate(of(delays), of(squares))), 2.8, 0.05);
  }

  @Test
  public void evenGapsHaveOneAndTheSameRateEitherWay() {
    assertEquals(value(Formulas.harmonicFrameRate(of(10), of(0.4))), 25, 1e-9);
    assertEquals(Formulas.harmonicFrameRate(of(0), of(0)), UNDEFINED);
  }

  @Test
  public void resolutionIsTheProductOfWidthAndHeight() {
    assertEquals(Formulas.resolution(of(640), of(360)), of(230_400));
    assertEquals(Formulas.resolution(of(640), NOT_REPORTED), NOT_REPORTED);
  }

  @Test
  public void aMeanOverNoEventsHasNoValue() {
    assertEquals(Formulas.mean(of(0.3), of(10)), of(0.03));
    assertEquals(Formulas.mean(of(0), of(0)), UNDEFINED);
  }
}
