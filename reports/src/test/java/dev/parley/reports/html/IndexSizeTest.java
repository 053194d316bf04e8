package dev.parley.reports.html;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.CollectingVisitor;
import dev.parley.reports.fixture.SyntheticRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.html.page.Fact;
import dev.parley.reports.html.page.Mark;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.view.ExitRule;
import dev.parley.reports.view.RunReader;
import dev.parley.reports.view.RunSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** The index of a large matrix can still be opened. */
public final class IndexSizeTest {
  private static final int CELLS = 5000;
  private static final int MOST_BYTES = 3_000_000;

  @Test
  public void fiveThousandCellsFitInThreeMegabytes() throws IOException {
    List<IndexRow> rows = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      rows.add(row(i));
    }
    String html = new Pages().index(IndexPages.of(summary(), rows));
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    assertEquals(html.split("<a class=\"cell ", -1).length - 1, CELLS, "cells in the matrices");
  }

  private static IndexRow row(int i) {
    String pair = "chrome-" + i / 10 % 10 + "~firefox-" + i % 10;
    CellId id = CellId.parse("audio-video/" + pair + "/network=loss-" + i / 100);
    Outcome outcome = i % 7 == 0 ? Outcome.FAILED : Outcome.PASSED;
    return new IndexRow(
        id,
        "Audio and video both ways",
        1,
        id.toString(),
        Mark.of(outcome),
        outcome == Outcome.PASSED,
        true,
        "frames decoded by the answerer: 0.081 of the source's, expected at least 0.8",
        "cells/" + id.fileName() + ".html",
        List.of(
            new Fact("connected", "255 ms"),
            new Fact("to answerer", "29.9 fps, 1.46 Mbit/s"),
            new Fact("to offerer", "30.0 fps, 1.46 Mbit/s")));
  }

  private static RunSummary summary() throws IOException {
    try (TempFolder folder = new TempFolder();
        CollectingVisitor visitor = new CollectingVisitor()) {
      SyntheticRun.write(folder.path());
      new RunReader(new ExitRule(false)).read(folder.path().resolve("run.jsonl"), visitor);
      return visitor.summary();
    }
  }
}
