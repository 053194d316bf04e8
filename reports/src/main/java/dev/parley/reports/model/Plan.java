package dev.parley.reports.model;

import java.util.List;

/**
 * Everything that a run means to do; what of it has no result is errored.
 *
 * @param cells the cells in running order
 * @param hash SHA-256 over the cells' ids and repetitions, in hex
 */
public record Plan(List<PlannedCell> cells, String hash) {

  public Plan {
    cells = List.copyOf(cells);
  }

  /** A plan of these cells, with its hash. */
  public static Plan of(List<PlannedCell> cells) {
    StringBuilder text = new StringBuilder();
    cells.forEach(
        cell -> text.append(cell.id()).append(' ').append(cell.repetitions()).append('\n'));
    return new Plan(cells, Sha256.hex(text.toString()));
  }

  /**
   * One cell of the plan.
   *
   * @param id the cell's id
   * @param title the scenario in a few words, for people
   * @param repetitions how many times it is run on purpose, at least 1
   * @param participants who takes part, the offerer first
   */
  public record PlannedCell(
      CellId id, String title, int repetitions, List<PlannedParticipant> participants) {
    public PlannedCell {
      participants = List.copyOf(participants);
      if (repetitions < 1) {
        throw new IllegalArgumentException("found " + repetitions + " repetitions, expected >= 1");
      }
    }
  }

  /**
   * One participant of a planned cell.
   *
   * @param name the participant's name within the call, as in {@code offerer}
   * @param role {@code offerer}, {@code answerer} or {@code member}
   * @param endpoint the endpoint's alias
   * @param network the access link's name; {@code direct} where nothing is emulated
   */
  public record PlannedParticipant(String name, String role, String endpoint, String network) {}
}
