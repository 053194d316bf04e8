package dev.parley.reports.log;

import java.io.IOException;

/** A file that is no log of a run, or one of a version that this code cannot read. */
public final class UnreadableLogException extends IOException {
  private static final long serialVersionUID = 1;

  /** With what was found, what was expected and what to do. */
  public UnreadableLogException(String message) {
    super(message);
  }
}
