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
 * Writes {@code index.html} and one page for each cell into a folder.
 *
 * <p>A cell's page is written as the cell comes; of the cell itself only a row is kept.
 */
final class HtmlReport implements RunVisitor {
  private final Path runDir;
  private final Pages pages = new Pages();
  private final ReportFolder folder;
  private final List<IndexRow> rows = new ArrayList<>();
  private @Nullable CellPages cellPages;

  /** A report on the run whose log and artefacts are in {@code runDir}. */
  HtmlReport(Path into, Path runDir) {
    this.runDir = runDir;
    this.folder = new ReportFolder(into);
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
  }
}
