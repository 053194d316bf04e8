package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.Golden;
import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.fixture.RandomRecords;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.render.Rendered;
import dev.parley.reports.render.ReportRenderer;
import dev.parley.reports.view.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** What the pages say, and that a report is there whole or not at all. */
public final class HtmlReportTest {
  private @Nullable RenderedRun showcase;
  private @Nullable RenderedRun synthetic;

  @BeforeClass
  public void render() throws IOException {
    showcase = new RenderedRun(ShowcaseRun::write);
    synthetic = new RenderedRun(SyntheticRun::write);
  }

  @AfterClass(alwaysRun = true)
  public void remove() throws IOException {
    for (RenderedRun run : new @Nullable RenderedRun[] {showcase, synthetic}) {
      if (run != null) {
        run.close();
      }
    }
  }

  @Test
  public void looksAsItDid() throws IOException {
    RenderedRun run = Objects.requireNonNull(showcase);
    Golden.check("html/index.html", run.index());
    Golden.check("html/cell-errored.html", run.cell("ice-restart-firefox-firefox"));
  }

  @Test
  public void isTheSameForTheSameLog() throws IOException {
    try (RenderedRun run = new RenderedRun(SyntheticRun::write)) {
      Map<String, String> first = run.pages();
      run.render();
      assertEquals(run.pages(), first);
    }
  }

  @Test
  public void whatWasNotMeasuredIsSaidInWords() throws IOException {
    RenderedRun run = Objects.requireNonNull(showcase);
    String page = run.cell("audio-video-firefox-chrome");
    for (String word : List.of("not reported", "undefined", "stalled", "not measured")) {
      assertTrue(page.contains("<span class=\"absent\">" + word + "</span>"), word);
    }
    assertTrue(page.contains("<span class=\"absent\">sample lost</span>"));
    assertTrue(page.contains("no values, 10 gaps"));
  }

  @Test
  public void everyOutcomeHasAWordAndAShapeOfItsOwn() throws IOException {
    RenderedRun run = Objects.requireNonNull(synthetic);
    String index = run.index();
    for (Outcome outcome : Outcome.values()) {
      assertTrue(index.contains("<symbol id=\"i-" + outcome.word() + "\""), outcome.word());
      assertTrue(
          index.contains("<use href=\"#i-" + outcome.word() + "\"></use></svg>" + outcome.word()),
          outcome.word());
    }
    assertTrue(index.contains("<span class=\"tag\">expected</span>"));
  }

  @Test
  public void everyAttemptIsShownTheLatestFirst() throws IOException {
    RenderedRun run = Objects.requireNonNull(synthetic);
    String page = run.cell("data-messages-chrome-firefox");
    int second = page.indexOf("<details class=\"attempt\" id=\"a2\" open>");
    int first = page.indexOf("<details class=\"attempt\" id=\"a1\">");
    assertTrue(second > 0 && first > second, second + " and " + first);
    assertTrue(page.contains("3 of 5 came back") && page.contains("all came back"));
  }

  @Test
  public void everyRepetitionHasItsPage() throws IOException {
    RenderedRun run = Objects.requireNonNull(synthetic);
    String one = SyntheticRun.REPEATED.fileName() + "-r1.html";
    String two = SyntheticRun.REPEATED.fileName() + "-r2.html";
    assertTrue(run.index().contains(one) && run.index().contains(two));
    assertTrue(run.cell(SyntheticRun.REPEATED.fileName() + "-r1").contains(two));
    assertTrue(run.cell(SyntheticRun.REPEATED.fileName() + "-r2").contains(one));
  }

  @Test
  public void hostileTextStaysText() throws IOException {
    RenderedRun run = Objects.requireNonNull(synthetic);
    String page = run.cell("audio-video-firefox-firefox");
    assertFalse(page.contains("<script>"), "an element from a log line");
    assertFalse(page.contains("<b>hostile</b>"), "an element from a user agent");
    assertTrue(page.contains("&lt;b>hostile&lt;/b>") || page.contains("&lt;b&gt;hostile"), page);
    assertTrue(RandomRecords.HOSTILE.stream().anyMatch(text -> text.contains("<script")));
  }

  @Test
  public void saysHowToRunExactlyThisAgain() throws IOException {
    RenderedRun run = Objects.requireNonNull(synthetic);
    String page = run.cell("data-messages-chrome-firefox");
    String command = "./parley run --cell 'data[messages]/chrome~firefox' --seed 424242";
    assertTrue(page.contains(command), command);
  }

  @Test
  public void aRunWithoutAnEndIsNeverGreen() throws IOException {
    try (RenderedRun run = new RenderedRun(HtmlReportTest::onlyAStart)) {
      String index = run.index();
      assertTrue(index.contains("<h1 id=\"verdict\">Not finished</h1>"));
      assertTrue(index.contains("1 planned cell has no result in the log and counts as errored."));
      assertFalse(index.contains("class=\"mark o-passed\""));
      assertTrue(run.cell("audio-video").contains("No attempt at this cell is in the log."));
    }
  }

  @Test
  public void aReportThatBreaksOffLeavesTheEarlierOneAsItWas() throws IOException {
    try (RenderedRun run = new RenderedRun(SyntheticRun::write)) {
      Map<String, String> before = run.pages();
      Rendered rendered =
          new ReportRenderer(List.of(new BreakingOutput(3)))
              .render(run.runDir(), ReportOptions.DEFAULT);
      assertEquals(rendered.failures().size(), 1);
      assertEquals(run.pages(), before);
      try (Stream<Path> files = Files.list(run.runDir())) {
        assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".re")));
      }
    }
  }

  private static void onlyAStart(Path runDir) throws IOException {
    CellId id = CellId.parse("audio-video/chrome~firefox");
    try (LogFixture log = new LogFixture(runDir)) {
      log.start(SyntheticRun.planned(id, "Audio and video", 1));
    }
  }
}
