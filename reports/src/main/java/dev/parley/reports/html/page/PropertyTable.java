package dev.parley.reports.html.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with one column for each participant and one row for each property. */
public record PropertyTable(List<Head> heads, List<Row> rows) {

  /**
   * A column's head.
   *
   * @param colour the participant's number, from 0
   */
  public record Head(String name, String detail, int colour) {}

  /** A row; a value is absent where nothing was reported. */
  public record Row(String name, List<@Nullable String> values) {}
}
