package dev.parley.harness.matrix;

import dev.parley.network.preset.NetworkChoice;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells that scenarios, endpoints and networks span: every scenario over every ordered pair and
 * every network.
 *
 * @param scenarios the scenarios, in running order
 * @param endpoints the endpoints' aliases
 * @param repetitions how often each cell is run on purpose, at least 1
 * @param networks what they go over
 */
public record Matrix(
    List<ScenarioMethod> scenarios, List<String> endpoints, int repetitions, NetworkAxis networks) {

  /** A cell, what runs in it and over what. */
  private record Entry(CellId id, ScenarioMethod scenario, NetworkChoice network) {
    PlannedCell planned(int repetitions) {
      List<PlannedParticipant> participants = participants(id.endpoints(), network);
      return new PlannedCell(id, scenario.title(), repetitions, participants);
    }
  }

  public Matrix {
    scenarios = List.copyOf(scenarios);
    endpoints = List.copyOf(endpoints);
  }

  /** Every cell with the scenario that it runs, in running order. */
  public Map<CellId, ScenarioMethod> cells() {
    Map<CellId, ScenarioMethod> cells = new LinkedHashMap<>();
    entries().forEach(entry -> cells.put(entry.id(), entry.scenario()));
    return cells;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (ScenarioMethod scenario : scenarios) {
      for (NetworkChoice network : networks.of(scenario, names(scenario.participants()))) {
        for (String offerer : endpoints) {
          for (String answerer : endpoints) {
            entries.add(entry(scenario, network, seats(scenario, offerer, answerer)));
          }
        }
      }
    }
    return entries;
  }

  private static Entry entry(ScenarioMethod scenario, NetworkChoice network, List<String> seats) {
    SortedMap<String, String> axes = new TreeMap<>();
    String named = NetworkAxis.named(scenario, network);
    if (named != null) {
      axes.put(NetworkAxis.NAME, named);
    }
    CellId id = new CellId(scenario.id(), scenario.parameters(), seats, axes);
    return new Entry(id, scenario, network);
  }

  /**
   * The plan of all cells, or of one.
   *
   * @param only the id of the one cell to run; null for all
   * @throws UsageException if that cell is none of the matrix, or there is none at all
   */
  public Plan plan(@Nullable String only) {
    List<Entry> entries = entries();
    List<PlannedCell> planned =
        entries.stream()
            .filter(entry -> only == null || entry.id().toString().equals(only))
            .map(entry -> entry.planned(repetitions))
            .toList();
    if (planned.isEmpty() && only != null) {
      throw UsageException.unknown(
          "cell", only, entries.stream().map(e -> e.id().toString()).toList(), "./parley list");
    }
    if (planned.isEmpty()) {
      throw new UsageException(
          "found no cell to run, expected at least one scenario, one endpoint and a network that"
              + " fits");
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

  private static List<PlannedParticipant> participants(
      List<String> endpoints, NetworkChoice network) {
    List<String> names = names(endpoints.size());
    List<PlannedParticipant> participants = new ArrayList<>();
    for (int seat = 0; seat < endpoints.size(); seat++) {
      String name = names.get(seat);
      String link = NetworkAxis.linkOf(network, names, name);
      participants.add(
          new PlannedParticipant(name, role(seat, endpoints.size()), endpoints.get(seat), link));
    }
    return participants;
  }

  private static List<String> names(int seats) {
    List<String> names = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      names.add(seats == 2 ? role(seat, seats) : "p" + (seat + 1));
    }
    return names;
  }

  private static String role(int seat, int seats) {
    if (seats > 2) {
      return "member";
    }
    return seat == 0 ? "offerer" : "answerer";
  }
}
