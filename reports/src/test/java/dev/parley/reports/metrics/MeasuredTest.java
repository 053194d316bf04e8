package dev.parley.reports.metrics;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.expectThrows;

import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.Track;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class MeasuredTest {
  private static final Measured STALLED = Measured.absent(Absence.STALLED);

  @Test
  public void arithmeticOfNumbersIsArithmetic() {
    Measured six = Measured.of(6);
    Measured two = Measured.of(2);

    assertEquals(six.plus(two), Measured.of(8));
    assertEquals(six.minus(two), Measured.of(4));
    assertEquals(six.times(two), Measured.of(12));
    assertEquals(six.times(0.5), Measured.of(3));
    assertEquals(six.per(two), Measured.of(3));
    assertEquals(six.min(two), two);
    assertEquals(six.max(two), six);
  }

  @DataProvider
  public Object[][] notPositive() {
    return new Object[][] {{0.0}, {-0.0}, {-1.0}};
  }

  @Test(dataProvider = "notPositive")
  public void aDenominatorThatIsNotPositiveLeavesNoValue(double denominator) {
    assertEquals(Measured.of(1).per(Measured.of(denominator)), Measured.UNDEFINED);
    assertEquals(Measured.of(0).per(Measured.of(denominator)), Measured.UNDEFINED);
  }

  @Test
  public void theGraverReasonWins() {
    assertEquals(Measured.of(1).plus(Measured.UNDEFINED), Measured.UNDEFINED);
    assertEquals(Measured.UNDEFINED.plus(Measured.NOT_REPORTED), Measured.NOT_REPORTED);
    assertEquals(Measured.NOT_REPORTED.plus(Measured.UNDEFINED), Measured.NOT_REPORTED);
    assertEquals(STALLED.plus(Measured.NOT_REPORTED), STALLED);
    assertEquals(Measured.NOT_REPORTED.per(Measured.of(0)), Measured.NOT_REPORTED);
  }

  @Test
  public void whatIsNotFiniteIsUndefined() {
    assertEquals(Measured.of(Double.NaN), Measured.UNDEFINED);
    assertEquals(Measured.of(Double.MAX_VALUE).times(2), Measured.UNDEFINED);
    assertEquals(
        Measured.of(Double.MAX_VALUE).plus(Measured.of(Double.MAX_VALUE)), Measured.UNDEFINED);
  }

  @Test
  public void anAbsentFigureMakesAnAbsentReading() {
    var reading = Measured.NOT_REPORTED.reading(MetricCatalogue.QP, Track.CONNECTION);

    assertEquals(reading.value(), null);
    assertEquals(reading.absent(), Absence.NOT_REPORTED);
    assertFalse(Measured.NOT_REPORTED.isPresent());
  }

  @Test
  public void aFigureIsEitherANumberOrAReason() {
    expectThrows(IllegalArgumentException.class, () -> new Measured(1.0, Absence.UNDEFINED));
    expectThrows(IllegalArgumentException.class, () -> new Measured(null, null));
    expectThrows(IllegalArgumentException.class, () -> new Measured(Double.NaN, null));
  }

  @Test
  public void aCounterThatFellHasNoGrowthButAChange() {
    assertEquals(Counters.growth(Measured.of(5), Measured.of(9)), Measured.of(4));
    assertEquals(Counters.growth(Measured.of(9), Measured.of(5)), Measured.UNDEFINED);
    assertEquals(Counters.change(Measured.of(9), Measured.of(5)), Measured.of(-4));
    assertEquals(Counters.growth(Measured.NOT_REPORTED, Measured.of(5)), Measured.NOT_REPORTED);
    assertEquals(Counters.change(Measured.of(5), Measured.UNDEFINED), Measured.UNDEFINED);
  }
}
