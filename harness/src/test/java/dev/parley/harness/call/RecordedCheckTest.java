package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.Amount;
import dev.parley.harness.Check;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RecordedCheckTest {

  /** Makes one check, and returns what was recorded of it. */
  private static RecordedCheck.Made made(Predicate<Check> judging) {
    List<RecordedCheck.Made> made = new ArrayList<>();
    boolean held = judging.test(new RecordedCheck("frames decoded", made::add));
    assertEquals(made.size(), 1, "a check is recorded once");
    assertEquals(held, made.get(0).event().verdict() == Verdict.HELD);
    return made.get(0);
  }

  private static Amount frames(double value) {
    return Amount.of(value, "frames");
  }

  @DataProvider
  public Object[][] amounts() {
    return new Object[][] {
      {10, 10, true, true, false},
      {11, 10, true, false, true},
      {9.5, 10, false, true, false},
      {0, 0, true, true, false},
      {-1, 0, false, true, false},
    };
  }

  @Test(dataProvider = "amounts")
  public void holdsAValueAgainstALimit(
      double value, double limit, boolean atLeast, boolean atMost, boolean moreThan) {
    assertEquals(
        made(c -> c.measured(frames(value)).atLeast(frames(limit))).event().verdict(),
        atLeast ? Verdict.HELD : Verdict.BROKEN);
    assertEquals(
        made(c -> c.measured(frames(value)).atMost(frames(limit))).event().verdict(),
        atMost ? Verdict.HELD : Verdict.BROKEN);
    assertEquals(
        made(c -> c.measured(frames(value)).moreThan(frames(limit))).event().verdict(),
        moreThan ? Verdict.HELD : Verdict.BROKEN);
  }

  @Test
  public void recordsWhatWasMeasuredAgainstWhat() {
    assertEquals(
        made(c -> c.measured(frames(3)).atLeast(frames(10))).event(),
        new RunEvent.Check(
            "frames decoded", null, "3", ">=", "10", "frames", Verdict.BROKEN, null));
    assertEquals(
        made(c -> c.measured(Amount.of(0.123456, "s")).atMost(Amount.of(2.5, "s"))).event(),
        new RunEvent.Check(
            "frames decoded", null, "0.1235", "<=", "2.500", "s", Verdict.HELD, null));
  }

  @DataProvider
  public Object[][] absentOnes() {
    Amount none = Amount.absent("frames");
    Amount some = frames(5);
    List<Predicate<Check>> checks =
        List.of(
            c -> c.measured(none).atLeast(some),
            c -> c.measured(none).atMost(some),
            c -> c.measured(none).moreThan(some),
            c -> c.measured(none).atLeast(frames(0)),
            c -> c.measured(some).atLeast(none),
            c -> c.measured(some).atMost(none),
            c -> c.measured(none).atMost(none),
            c -> c.measured(none.times(0)).atMost(some),
            c -> c.found(null).is("connected"),
            c -> c.found(null).isNot("failed"),
            c -> c.found(null).isOneOf("closed", "failed"));
    return checks.stream().map(check -> new Object[] {check}).toArray(Object[][]::new);
  }

  @Test(dataProvider = "absentOnes")
  public void whatWasNotMeasuredNeverHolds(Predicate<Check> check) {
    RunEvent.Check event = made(check).event();

    assertEquals(event.verdict(), Verdict.INCONCLUSIVE);
    assertEquals(event.note(), "not measured");
  }

  @Test
  public void anAbsentValueIsWrittenAsAbsentAndNotAsZero() {
    RunEvent.Check event =
        made(c -> c.measured(Amount.absent("frames")).atLeast(frames(10))).event();

    assertNull(event.measured());
    assertEquals(event.limit(), "10");
  }

  @DataProvider
  public Object[][] words() {
    return new Object[][] {
      {"connected", true, false, true},
      {"failed", false, true, true},
      {"new", false, true, false},
      {"", false, true, false},
    };
  }

  @Test(dataProvider = "words")
  public void holdsAWordAgainstOthers(
      @Nullable String word, boolean is, boolean isNot, boolean isOneOf) {
    assertEquals(made(c -> c.found(word).is("connected")).event().verdict(), verdict(is));
    assertEquals(made(c -> c.found(word).isNot("connected")).event().verdict(), verdict(isNot));
    assertEquals(
        made(c -> c.found(word).isOneOf("connected", "failed")).event().verdict(),
        verdict(isOneOf));
  }

  private static Verdict verdict(boolean held) {
    return held ? Verdict.HELD : Verdict.BROKEN;
  }

  @Test
  public void sayWhetherItIsAboutFunction() {
    assertTrue(made(c -> c.whateverTheLoad().found("a").is("b")).functional());
    assertFalse(made(c -> c.found("a").is("b")).functional());
  }
}
