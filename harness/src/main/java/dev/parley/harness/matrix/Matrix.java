package dev.parley.harness.matrix;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells that scenarios and endpoints span: every scenario over every ordered pair.
 *
 * @param scenarios the scenarios, in running order
 * @param endpoints the endpoints' aliases
 * @param repetitions how often each cell is run on purpose, at least 1
 */
public record Matrix(List<ScenarioMethod> scenarios, List<String> endpoints, int repetitions) {
  private static final String DIRECT = "direct";

  public Matrix {
    scenarios = List.copyOf(scenarios);
    endpoints = List.copyOf(endpoints);
  }

  /** Every cell with the scenario that it runs, in running order. */
  public Map<CellId, ScenarioMethod> cells() {
    Map<CellId, ScenarioMethod> cells = new LinkedHashMap<>();
    for (ScenarioMethod scenario : scenarios) {
      for (String offerer : endpoints) {
        for (String answerer : endpoints) {
          cells.put(
              new CellId(scenario.id(), scenario.parameters(), seats(scenario, offerer, answerer)),
              scenario);
        }
      }
    }
    return cells;
  }

  /**
   * The plan of all cells, or of one.
   *
   * @param only the id of the one cell to run; null for all
   * @throws UsageException if that cell is none of the matrix, or there is none at all
   */
  public Plan plan(@Nullable String only) {
    Map<CellId, ScenarioMethod> cells = cells();
    List<PlannedCell> planned = new ArrayList<>();
    cells.forEach(
        (id, scenario) -> {
          if (only == null || id.toString().equals(only)) {
            planned.add(
                new PlannedCell(id, scenario.title(), repetitions, participants(id.endpoints())));
          }
        });
    if (planned.isEmpty() && only != null) {
      throw UsageException.unknown(
          "cell", only, cells.keySet().stream().map(CellId::toString).toList(), "./parley list");
    }
    if (planned.isEmpty()) {
      throw new UsageException(
          "found no cell to run, expected at least one scenario and one endpoint");
    }
    return Plan.of(planned);
  }

  private static List<String> seats(ScenarioMethod scenario, String offerer, String answerer) {
    List<String> seats = new ArrayList<>();
    for (int seat = 0; seat < scenario.participants(); seat++) {
      seats.add(seat % 2 == 0 ? offerer : answerer);
    }
    return seats;
  }

  private static List<PlannedParticipant> participants(List<String> endpoints) {
    List<PlannedParticipant> participants = new ArrayList<>();
    for (int seat = 0; seat < endpoints.size(); seat++) {
      String role = role(seat, endpoints.size());
      String name = endpoints.size() == 2 ? role : "p" + (seat + 1);
      participants.add(new PlannedParticipant(name, role, endpoints.get(seat), DIRECT));
    }
    return participants;
  }

  private static String role(int seat, int seats) {
    if (seats > 2) {
      return "member";
    }
    return seat == 0 ? "offerer" : "answerer";
  }
}
