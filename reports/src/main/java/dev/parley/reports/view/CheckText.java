package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.Check;
import java.util.Locale;

/** A check in one line of plain text. */
public final class CheckText {
  private CheckText() {}

  /** As in {@code broken: frames decoded by answerer: 12, expected >= 240 frames}. */
  public static String of(Check check) {
    String measured = check.measured() == null ? "not measured" : check.measured();
    String unit = check.unit().isEmpty() ? "" : " " + check.unit();
    String note = check.note() == null ? "" : " (" + check.note() + ")";
    return check.verdict().name().toLowerCase(Locale.ROOT)
        + ": "
        + check.criterion()
        + ": "
        + measured
        + ", expected "
        + check.relation()
        + " "
        + check.limit()
        + unit
        + note;
  }
}
