package dev.parley.reports.log;

/**
 * Something in a log that could not be used as it stands; the rest of the log is used.
 *
 * @param kind what it is
 * @param line the line's number in the file, from 1
 * @param message what was found
 */
public record LogProblem(Kind kind, long line, String message) {

  /** What may be wrong with a log. */
  public enum Kind {
    /** The last line is cut off, as after a kill or a crash; normal. */
    TORN_END,
    /** A line is no event. */
    CORRUPT_LINE,
    /** Sequence numbers are missing, or go back. */
    SEQUENCE_GAP,
    /** An event stands where it has no place. */
    MISPLACED
  }

  /** Whether it takes nothing away from the result. */
  public boolean isNote() {
    return kind == Kind.TORN_END;
  }

  @Override
  public String toString() {
    return "line " + line + ": " + message;
  }
}
