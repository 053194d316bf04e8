package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.testng.annotations.Test;

/** A scenario that measures twice, in a page that tells something every second. */
public final class SeveralWindowsTest {
  private static final CellId CELL = CellId.parse("ice-restart/chrome~firefox");

  @Test
  public void everyWindowIsShadedAndEveryFigureSaysOfWhichItIs() throws IOException {
    try (RenderedRun run = new RenderedRun(SeveralWindowsTest::write)) {
      String page = run.cell("ice-restart");
      String whole = page.substring(page.indexOf("id=\"a1-whole\""));
      whole = whole.substring(0, whole.indexOf("</svg>"));
      assertEquals(whole.split("class=\"window\"", -1).length - 1, 2, "shaded windows");
      assertTrue(page.contains("<span class=\"dim\">window 1</span> 10.0\u202fms"));
      assertTrue(page.contains("<span class=\"dim\">window 2</span> 20.0\u202fms"));
    }
  }

  @Test
  public void whatRepeatsHasALaneOfItsOwnAndNoLabels() throws IOException {
    try (RenderedRun run = new RenderedRun(SeveralWindowsTest::write)) {
      String page = run.cell("ice-restart");
      assertTrue(page.contains(">source</text>"), "the lane's name");
      assertFalse(page.contains("class=\"pin-label\">source"), "a label of its pins");
      assertFalse(page.contains(">track {"), "data in a label");
      assertTrue(page.contains(">track</text>"), "the label of what comes once");
    }
  }

  private static void write(Path runDir) throws IOException {
    try (LogFixture log = new LogFixture(runDir)) {
      log.start(SyntheticRun.planned(CELL, "ICE restart", 1));
      log.in(new AttemptKey(CELL, 1, 1)).after(10).add(new RunEvent.AttemptStart());
      log.add(new RunEvent.Step("call-start", null));
      mark(log, "track", "{\"kind\":\"audio\"}");
      for (int window = 1; window <= 2; window++) {
        double from = log.now();
        for (int second = 0; second < 3; second++) {
          mark(log.after(1000), "source", "{\"framesDrawn\":30}");
        }
        log.add(new RunEvent.Window(from, log.now()));
        log.add(
            new RunEvent.Figure(
                "offerer",
                Reading.of(MetricCatalogue.ROUND_TRIP_TIME, Track.CONNECTION, window / 100.0)));
        log.after(500);
      }
      log.add(new RunEvent.AttemptEnd(Outcome.PASSED, "all held", 8, null));
      log.add(new RunEvent.CellEnd(Outcome.PASSED, "all held", 1, null));
      log.in(null).add(new RunEvent.RunEnd(0, Map.of(Outcome.PASSED, 1), log.now() / 1000));
    }
  }

  private static void mark(LogFixture log, String name, String detail) {
    log.add(new RunEvent.Mark("offerer", name, new PageTime(0, log.now()), detail));
  }
}
