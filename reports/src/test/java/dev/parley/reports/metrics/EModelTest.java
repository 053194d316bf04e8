package dev.parley.reports.metrics;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class EModelTest {
  private static final Logger LOG = LoggerFactory.getLogger(EModelTest.class);

  @DataProvider
  public Object[][] checkValues() {
    return new Object[][] {
      {93.2, 4.41}, {80.0, 4.02}, {70.0, 3.60}, {0.0, 1.0}, {-5.0, 1.0}, {100.0, 4.5}, {120.0, 4.5}
    };
  }

  @Test(dataProvider = "checkValues")
  public void mosHasTheRecommendationsValues(double rating, double mos) {
    assertEquals(EModel.mos(rating), mos, 0.005);
  }

  @Test
  public void aPerfectLineRates93Point2() {
    assertEquals(EModel.OPUS.rating(0, 0), 93.2, 1e-12);
  }

  @Test
  public void delayWeighsMoreBeyond177Ms() {
    assertEquals(EModel.OPUS.rating(100, 0), 93.2 - 2.4, 1e-9);
    assertEquals(EModel.OPUS.rating(277.3, 0), 93.2 - 0.024 * 277.3 - 11, 1e-9);
  }

  @Test
  public void lossWeighsByTheCodecsRobustness() {
    assertEquals(EModel.OPUS.rating(0, 10), 93.2 - 95 * 10 / 20.0, 1e-9);
    assertTrue(EModel.OPUS_FEC.rating(0, 10) > EModel.OPUS.rating(0, 10));
  }

  @Test
  public void theMeasuredStreamsDelayIncludesTheCodecs() {
    Measured mos = EModel.OPUS.mos(Measured.of(73.5), Measured.of(0.1));

    assertEquals(mos.orElse(0), EModel.mos(EModel.OPUS.rating(100, 10)), 1e-12);
    assertEquals(EModel.OPUS.mos(Measured.UNDEFINED, Measured.of(0)), Measured.UNDEFINED);
    assertEquals(EModel.OPUS.mos(Measured.of(0), Measured.NOT_REPORTED), Measured.NOT_REPORTED);
  }

  @Test
  public void mosNeverRisesWhenLossOrDelayRises() {
    long seed = new Random().nextLong();
    LOG.info("seed {}", seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      EModel model =
          new EModel(
              40 * random.nextDouble(),
              0.1 + 40 * random.nextDouble(),
              1 + 3 * random.nextDouble(),
              0);
      double delay = 1000 * random.nextDouble();
      double loss = 100 * random.nextDouble() * random.nextDouble();
      double before = EModel.mos(model.rating(delay, loss));
      double later = EModel.mos(model.rating(delay + 400 * Math.pow(random.nextDouble(), 4), loss));
      double lossier =
          EModel.mos(model.rating(delay, loss + 50 * Math.pow(random.nextDouble(), 4)));

      String at = "seed " + seed + ", " + model + ", " + delay + " ms, " + loss + " %";
      assertTrue(later <= before, at);
      assertTrue(lossier <= before, at);
      assertTrue(before >= 1 && before <= 4.5, at);
    }
  }

  @Test
  public void mosNeverFallsWhenTheRatingRises() {
    for (int i = 0; i <= 1200; i++) {
      double rating = (i - 100) / 10.0;
      assertTrue(EModel.mos(rating) <= EModel.mos(rating + 0.1), "R " + rating);
    }
  }

  @Test
  public void constantsOutOfRangeAreRefused() {
    expectThrows(IllegalArgumentException.class, () -> new EModel(-1, 10, 1, 0));
    expectThrows(IllegalArgumentException.class, () -> new EModel(96, 10, 1, 0));
    expectThrows(IllegalArgumentException.class, () -> new EModel(0, 0, 1, 0));
    expectThrows(IllegalArgumentException.class, () -> new EModel(0, 10, Double.NaN, 0));
  }
}
