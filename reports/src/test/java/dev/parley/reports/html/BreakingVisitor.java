package dev.parley.reports.html;

import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.RunSummary;
import dev.parley.reports.view.RunVisitor;
import java.io.IOException;

/** Passes a run on until some cell, then fails as a full disk would. */
final class BreakingVisitor implements RunVisitor {
  private final RunVisitor to;
  private int cellsLeft;

  BreakingVisitor(RunVisitor to, int cellsLeft) {
    this.to = to;
    this.cellsLeft = cellsLeft;
  }

  @Override
  public void start(RunStart start) throws IOException {
    to.start(start);
  }

  @Override
  public void cell(CellView cell) throws IOException {
    if (cellsLeft-- == 0) {
      throw new IOException("no space left on device");
    }
    to.cell(cell);
  }

  @Override
  public void end(RunSummary summary) throws IOException {
    to.end(summary);
  }
}
