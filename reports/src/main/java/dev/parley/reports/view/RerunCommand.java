package dev.parley.reports.view;

import dev.parley.reports.model.CellId;

/** The one line that runs exactly one cell again. */
public final class RerunCommand {
  private RerunCommand() {}

  /** The command for a POSIX shell, started in Parley's folder. */
  public static String of(CellId cell, long seed) {
    return "./parley run --cell " + quoted(cell.toString()) + " --seed " + seed;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
