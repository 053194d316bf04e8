package dev.parley.harness.cli;

import static org.testng.Assert.assertEquals;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.testng.annotations.Test;

public class ConsoleProgressTest {
  private static final CellId FIRST = CellId.parse("audio-video/chrome~firefox");
  private static final CellId SECOND = CellId.parse("hang-up/chrome~firefox");
  private static final Plan PLAN =
      Plan.of(
          List.of(
              new PlannedCell(FIRST, "Call", 1, List.of()),
              new PlannedCell(SECOND, "End", 2, List.of())));

  private static String told(boolean live) {
    StringWriter text = new StringWriter();
    AtomicLong seconds = new AtomicLong();
    try (ConsoleProgress progress =
        new ConsoleProgress(
            new PrintWriter(text),
            live,
            () -> TimeUnit.SECONDS.toNanos(seconds.get()),
            Duration.ofDays(1))) {
      progress.planned(PLAN);
      progress.began(new AttemptKey(FIRST, 1, 1));
      seconds.set(14);
      progress.ended(FIRST, 1, Outcome.PASSED, "all 9 checks held", 14.04);
      progress.began(new AttemptKey(SECOND, 1, 1));
      seconds.set(20);
      progress.ended(SECOND, 1, Outcome.FAILED, "it \u001B[31mnever\nended\u0007", 6);
      progress.began(new AttemptKey(SECOND, 2, 1));
      progress.began(new AttemptKey(SECOND, 2, 2));
      seconds.set(30);
      progress.ended(SECOND, 2, Outcome.FLAKY, "all 3 checks held", 10);
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  public void isALineForEachCellWhereNobodyWatches() {
    assertEquals(
        told(false),
        """
        Running 3 cells.
        [1/3] passed       audio-video/chrome~firefox (14.0 s)
        [2/3] failed       hang-up/chrome~firefox (6.0 s)
                    it  [31mnever ended\s
        [3/3] flaky        hang-up/chrome~firefox #2 (10.0 s)
                    all 3 checks held
        """);
  }

  @Test
  public void isALivingLineOnATerminal() {
    assertEquals(
        told(true).replace("\r\u001B[2K", "<clear>"),
        """
        Running 3 cells.
        <clear>[1/3] audio-video/chrome~firefox · 0 s\
        <clear>[1/3] passed       audio-video/chrome~firefox (14.0 s)
        <clear>[2/3] hang-up/chrome~firefox · 14 s · 1 passed, about 28 s left\
        <clear>[2/3] failed       hang-up/chrome~firefox (6.0 s)
                    it  [31mnever ended\s
        <clear>[3/3] hang-up/chrome~firefox · 20 s · 1 passed, 1 failed, about 10 s left\
        <clear>[3/3] hang-up/chrome~firefox · 20 s · 1 passed, 1 failed, about 10 s left\
        <clear>[3/3] flaky        hang-up/chrome~firefox #2 (10.0 s)
                    all 3 checks held
        <clear>\
        """);
  }
}
