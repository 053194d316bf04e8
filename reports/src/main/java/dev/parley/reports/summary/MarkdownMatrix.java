package dev.parley.reports.summary;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One table per scenario and variant: offerer by answerer, or one row per group of endpoints; where
 * there are several networks, a column for each.
 */
final class MarkdownMatrix {
  private record Place(String row, String column) {}

  private static final String CALL = "call";

  private MarkdownMatrix() {}

  static String of(List<CellLine> cells) {
    Map<String, List<CellLine>> groups = new TreeMap<>();
    for (CellLine cell : cells) {
      groups.computeIfAbsent(heading(cell), heading -> new ArrayList<>()).add(cell);
    }
    StringBuilder text = new StringBuilder();
    groups.forEach(
        (heading, group) ->
            text.append("\n### ")
                .append(heading)
                .append(onlyNetwork(group))
                .append("\n\n")
                .append(table(group)));
    return text.toString();
  }

  private static String heading(CellLine cell) {
    StringBuilder heading = new StringBuilder(Markdown.code(cell.id().scenarioKey()));
    cell.id()
        .axes()
        .forEach(
            (axis, value) -> {
              if (!axis.equals(CellId.NETWORK)) {
                heading.append(", ").append(Markdown.code(axis + "=" + value));
              }
            });
    return heading.toString();
  }

  /** The network of all cells, where it is one and not the default. */
  private static String onlyNetwork(List<CellLine> cells) {
    String network = cells.get(0).id().network();
    return severalNetworks(cells) || network.equals(CellId.DIRECT)
        ? ""
        : ", " + Markdown.code(CellId.NETWORK + "=" + network);
  }

  private static boolean severalNetworks(List<CellLine> cells) {
    return cells.stream().map(cell -> cell.id().network()).distinct().count() > 1;
  }

  private static String table(List<CellLine> cells) {
    boolean several = severalNetworks(cells);
    SortedSet<String> rows = new TreeSet<>();
    SortedSet<String> columns = new TreeSet<>();
    Map<Place, List<CellLine>> places = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      Place place = several ? overNetwork(cell) : place(cell);
      rows.add(place.row());
      columns.add(place.column());
      places.computeIfAbsent(place, at -> new ArrayList<>()).add(cell);
    }
    List<String> head = new ArrayList<>();
    head.add(
        several
            ? "offerer~answerer ↓ network →"
            : columns.contains(CALL) ? "endpoints" : "offerer ↓ answerer →");
    columns.forEach(column -> head.add(column.equals(CALL) ? CALL : Markdown.code(column)));
    StringBuilder table = new StringBuilder(Markdown.row(head)).append(Markdown.rule(head.size()));
    for (String row : rows) {
      List<String> line = new ArrayList<>(List.of(Markdown.code(row)));
      columns.forEach(
          column -> line.add(outcomes(places.getOrDefault(new Place(row, column), List.of()))));
      table.append(Markdown.row(line));
    }
    return table.toString();
  }

  private static Place overNetwork(CellLine cell) {
    return new Place(String.join("~", cell.id().endpoints()), cell.id().network());
  }

  private static Place place(CellLine cell) {
    List<String> endpoints = cell.id().endpoints();
    return endpoints.size() == 2
        ? new Place(endpoints.get(0), endpoints.get(1))
        : new Place(String.join("~", endpoints), CALL);
  }

  private static String outcomes(List<CellLine> cells) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      boolean red = cell.outcome() == Outcome.FAILED && !cell.expected();
      String word =
          red || cell.outcome() == Outcome.ERRORED ? "**" + cell.word() + "**" : cell.word();
      counts.merge(word, 1, Integer::sum);
    }
    List<String> words = new ArrayList<>();
    counts.forEach((word, count) -> words.add(cells.size() == 1 ? word : word + " × " + count));
    return String.join(", ", words);
  }
}
