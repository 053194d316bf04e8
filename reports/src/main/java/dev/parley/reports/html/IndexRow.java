package dev.parley.reports.html;

import dev.parley.reports.html.page.Fact;
import dev.parley.reports.html.page.Mark;
import dev.parley.reports.model.CellId;
import dev.parley.reports.view.CellView;
import java.util.List;

/** What the index keeps of one repetition of a cell; the rest is on its page by then. */
record IndexRow(
    CellId id,
    String title,
    int repetition,
    String label,
    Mark mark,
    boolean green,
    boolean recorded,
    String reason,
    String href,
    List<Fact> figures) {

  static IndexRow of(CellView cell) {
    return new IndexRow(
        cell.id(),
        cell.planned().title(),
        cell.repetition(),
        cell.label(),
        Words.mark(cell.outcome(), cell.expected()),
        cell.isGreen(),
        cell.recorded(),
        cell.reason(),
        "cells/" + CellPages.file(cell.planned(), cell.repetition()),
        MatrixFigures.of(cell));
  }
}
