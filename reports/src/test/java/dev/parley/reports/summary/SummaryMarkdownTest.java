package dev.parley.reports.summary;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.LogFixture;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.view.ExitRule;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.RunReader;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testng.annotations.Test;

public class SummaryMarkdownTest {
  /** GitHub's limit for a comment. */
  private static final int COMMENT = 65_536;

  @Test
  public void aRunOfAnySizeFitsAComment() throws IOException {
    List<CellId> cells =
        IntStream.range(0, 3000)
            .mapToObj(i -> CellId.parse("audio-video/chrome~firefox/n=" + i))
            .toList();
    String text = render(cells);
    assertTrue(text.length() < COMMENT, "it has " + text.length() + " characters");
    assertTrue(text.contains("3000 failed"));
    assertTrue(text.contains("more; the HTML report holds them"));
  }

  @Test
  public void aCallOfManyIsOneRow() throws IOException {
    String text = render(Stream.of("mesh/a~b~c", "mesh/a~a~a").map(CellId::parse).toList());
    assertTrue(text.contains("| endpoints | call |"), text);
    assertTrue(text.contains("| `a~b~c` | **failed** |"), text);
  }

  @Test
  public void aSmallRunHoldsEverything() throws IOException {
    String text = render(List.of(CellId.parse("audio-video/a~b")));
    assertTrue(text.startsWith("## Parley: failed\n"), text);
    assertTrue(text.contains("./parley run --cell 'audio-video/a~b' --seed 1"), text);
    assertFalse(text.contains("more; the HTML"), text);
  }

  @Test
  public void codeSpansHoldAnything() {
    assertEquals(Markdown.code("a`b\nc"), "`a'b c`");
    assertEquals(Markdown.code(" \u0000 "), "");
    assertEquals(Markdown.row(List.of("a|b", "c")), "| a\\|b | c |\n");
  }

  private static String render(List<CellId> ids) throws IOException {
    try (TempFolder folder = new TempFolder()) {
      List<PlannedCell> cells =
          ids.stream().map(id -> SyntheticRun.planned(id, "A call", 1)).toList();
      try (LogFixture log = new LogFixture(folder.path())) {
        RunEvent.HostInfo host = new RunEvent.HostInfo("Linux", "6", "amd64", "CPU", 2, 1, "17");
        log.add(new RunEvent.RunStart(1, "r", "0", 1, List.of(), host, Map.of(), Plan.of(cells)));
        for (CellId id : ids) {
          log.in(new AttemptKey(id, 1, 1)).add(new RunEvent.AttemptStart());
          log.add(new RunEvent.AttemptEnd(Outcome.FAILED, "no frames came", 1, null));
          log.add(new RunEvent.CellEnd(Outcome.FAILED, "no frames came", 1, null));
        }
      }
      Path file = folder.path().resolve("summary.md");
      try (RunVisitor writing =
          new SummaryMarkdown().open(file, folder.path(), ReportOptions.DEFAULT)) {
        new RunReader(new ExitRule(false)).read(folder.path().resolve("run.jsonl"), writing);
      }
      return Files.readString(file);
    }
  }
}
