package dev.parley.reports.render;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.reports.fixture.LargeRun;
import dev.parley.reports.fixture.TempFolder;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ReportOptions;
import dev.parley.reports.view.ReportOutput;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** A run is read and rendered as a stream: what has been shown is let go of. */
public class ScaleTest {
  private static final int CELLS = 60;

  @Test
  public void noReportKeepsTheCellsThatItWasShown() throws IOException {
    try (TempFolder run = new TempFolder()) {
      LargeRun.write(run.path(), CELLS);
      Watching watching = new Watching();
      List<ReportOutput> outputs = new ArrayList<>(ReportRenderer.standard());
      outputs.add(watching);
      Rendered rendered = new ReportRenderer(outputs).render(run.path(), ReportOptions.DEFAULT);
      assertEquals(rendered.failures(), List.of());
      assertEquals(rendered.summary().cells(), CELLS);
      assertEquals(watching.cells.size(), CELLS);
      assertTrue(watching.keptAtEnd <= 2, watching.keptAtEnd + " cells are still held");
    }
  }

  private static final class Watching implements ReportOutput, RunVisitor {
    private final List<WeakReference<CellView>> cells = new ArrayList<>();
    private long keptAtEnd;

    @Override
    public String target() {
      return "watching.txt";
    }

    @Override
    public RunVisitor open(Path into, Path runDir, ReportOptions options) throws IOException {
      Files.writeString(into, "");
      return this;
    }

    @Override
    public void start(RunStart start) {}

    @Override
    public void cell(CellView cell) {
      cells.add(new WeakReference<>(cell));
    }

    @Override
    public void end(RunSummary summary) {
      System.gc();
      keptAtEnd = cells.stream().filter(cell -> cell.get() != null).count();
    }
  }
}
