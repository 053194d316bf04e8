package dev.parley.reports.view;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent.Expected;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ExitRuleTest {
  private static final Expected KNOWN = new Expected("a known bug", null);
  private static final List<String> KINDS =
      List.of("passed", "failed", "expected", "flaky", "unsupported", "inconclusive", "errored");

  @DataProvider
  Object[][] table() {
    return new Object[][] {
      {List.of(), 3, 3},
      {List.of("passed"), 0, 0},
      {List.of("failed"), 1, 1},
      {List.of("expected"), 0, 0},
      {List.of("flaky"), 0, 1},
      {List.of("unsupported"), 3, 3},
      {List.of("inconclusive"), 3, 3},
      {List.of("errored"), 3, 3},
      {List.of("passed", "unsupported"), 0, 0},
      {List.of("passed", "inconclusive"), 3, 3},
      {List.of("passed", "errored"), 3, 3},
      {List.of("failed", "errored", "inconclusive"), 1, 1},
      {List.of("expected", "unsupported"), 0, 0},
      {List.of("expected", "failed"), 1, 1},
      {List.of("flaky", "errored"), 3, 1},
      {List.of("flaky", "unsupported"), 0, 1},
      {List.of("unsupported", "inconclusive"), 3, 3},
    };
  }

  @Test(dataProvider = "table")
  public void outcomesGiveTheExitCode(List<String> cells, int code, int codeIfFlakyFails) {
    assertEquals(judge(cells, false), code, cells.toString());
    assertEquals(judge(cells, true), codeIfFlakyFails, cells.toString());
  }

  /** Every combination of what may be present, against the rule said in another way. */
  @Test
  public void everyCombinationKeepsTheRule() {
    for (int bits = 0; bits < 1 << KINDS.size(); bits++) {
      for (boolean failOnFlaky : new boolean[] {false, true}) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
          if ((bits & 1 << i) != 0) {
            cells.add(KINDS.get(i));
          }
        }
        boolean red = cells.contains("failed") || (failOnFlaky && cells.contains("flaky"));
        boolean judged =
            cells.contains("passed") || cells.contains("expected") || cells.contains("flaky");
        boolean clouded = cells.contains("errored") || cells.contains("inconclusive");
        int wanted = red ? 1 : clouded || !judged ? 3 : 0;
        assertEquals(judge(cells, failOnFlaky), wanted, cells + ", fail on flaky " + failOnFlaky);
      }
    }
  }

  @Test
  public void anExpectationExcusesAFailureOnly() {
    for (Outcome outcome : List.of(Outcome.ERRORED, Outcome.INCONCLUSIVE)) {
      ExitRule.Tally tally = new ExitRule.Tally();
      tally.add(Outcome.PASSED, null);
      tally.add(outcome, KNOWN);
      assertEquals(new ExitRule(false).judge(tally).exitCode(), 3, outcome.word());
    }
  }

  @Test
  public void theReasonNamesWhatDecided() {
    ExitRule.Tally tally = new ExitRule.Tally();
    tally.add(Outcome.FAILED, null);
    tally.add(Outcome.FAILED, KNOWN);
    tally.add(Outcome.ERRORED, null);
    assertEquals(new ExitRule(false).judge(tally).reason(), "1 cell failed");
    assertTrue(new ExitRule(false).judge(new ExitRule.Tally()).reason().contains("no cell"));
  }

  private static int judge(List<String> cells, boolean failOnFlaky) {
    ExitRule.Tally tally = new ExitRule.Tally();
    for (String cell : cells) {
      boolean expected = cell.equals("expected");
      tally.add(Outcome.ofWord(expected ? "failed" : cell), expected ? KNOWN : null);
    }
    return new ExitRule(failOnFlaky).judge(tally).exitCode();
  }
}
