package dev.parley.reports.html;

import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code report/index.html} and one page for each cell into a run's folder.
 *
 * <p>A cell's page is written as the cell comes; of the cell itself only a row is kept. The folder
 * {@code report} appears, or is replaced, when all of it is there.
 */
public final class HtmlReport implements RunVisitor {
  private final Path runDir;
  private final Pages pages = new Pages();
  private final ReportFolder folder;
  private final List<IndexRow> rows = new ArrayList<>();
  private @Nullable CellPages cellPages;

  /** A report on the run whose log and artefacts are in this folder. */
  public HtmlReport(Path runDir) {
    this.runDir = runDir;
    this.folder = new ReportFolder(runDir);
  }

  /** Where the report's first page is once it is written. */
  public Path index() {
    return folder.index();
  }

  @Override
  public void start(RunStart start) throws IOException {
    folder.begin();
    cellPages = new CellPages(start, runDir);
  }

  @Override
  public void cell(CellView cell) throws IOException {
    CellPages prepared = Objects.requireNonNull(cellPages, "a cell came before the run's start");
    IndexRow row = IndexRow.of(cell);
    folder.write(row.href(), pages.cell(prepared.of(cell)));
    rows.add(row);
  }

  @Override
  public void end(RunSummary summary) throws IOException {
    folder.write("index.html", pages.index(IndexPages.of(summary, rows)));
    folder.publish();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
