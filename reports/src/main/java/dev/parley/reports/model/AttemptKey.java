package dev.parley.reports.model;

/**
 * One attempt at one repetition of one cell.
 *
 * @param cell the cell
 * @param repetition from 1
 * @param attempt from 1; above 1 it is a retry
 */
public record AttemptKey(CellId cell, int repetition, int attempt)
    implements Comparable<AttemptKey> {
  public AttemptKey {
    if (repetition < 1 || attempt < 1) {
      throw new IllegalArgumentException(
          "found repetition " + repetition + ", attempt " + attempt + "; both count from 1");
    }
  }

  @Override
  public int compareTo(AttemptKey other) {
    int byCell = cell.compareTo(other.cell);
    int byRepetition = Integer.compare(repetition, other.repetition);
    return byCell != 0
        ? byCell
        : byRepetition != 0 ? byRepetition : Integer.compare(attempt, other.attempt);
  }
}
