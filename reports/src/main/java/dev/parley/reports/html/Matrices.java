package dev.parley.reports.html;

import dev.parley.reports.html.page.IndexPage.Matrix;
import dev.parley.reports.html.page.IndexPage.MatrixCell;
import dev.parley.reports.html.page.IndexPage.MatrixRow;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the cells into matrices of offerer by answerer, in the order of the plan. */
final class Matrices {
  private static final int LONGEST_REASON = 90;

  private Matrices() {}

  /** Cells that are shown side by side: the network is left to tell them apart. */
  private record Group(String scenario, String variant) {
    Group(CellId id) {
      this(
          id.scenarioKey(),
          id.axes().entrySet().stream()
              .filter(axis -> !axis.getKey().equals(CellId.NETWORK))
              .map(axis -> axis.getKey() + "=" + axis.getValue())
              .collect(Collectors.joining(", ")));
    }
  }

  static List<Matrix> of(Plan plan, List<IndexRow> rows) {
    Map<CellId, Integer> order = new HashMap<>();
    plan.cells().forEach(cell -> order.putIfAbsent(cell.id(), order.size()));
    List<IndexRow> sorted =
        rows.stream()
            .sorted(
                Comparator.<IndexRow>comparingInt(
                        row -> order.getOrDefault(row.id(), Integer.MAX_VALUE))
                    .thenComparing(IndexRow::id)
                    .thenComparing(IndexRow::repetition))
            .toList();
    Map<Group, List<IndexRow>> groups = new LinkedHashMap<>();
    sorted.forEach(
        row -> groups.computeIfAbsent(new Group(row.id()), key -> new ArrayList<>()).add(row));
    List<Matrix> matrices = new ArrayList<>();
    groups.forEach((group, of) -> matrices.add(matrix("m" + matrices.size(), group, of)));
    return matrices;
  }

  /** Offerer by answerer, or, where there are several networks, pair by network. */
  private static Matrix matrix(String anchor, Group group, List<IndexRow> rows) {
    List<IndexRow> pairs = rows.stream().filter(Matrices::isPair).toList();
    List<String> networks = rows.stream().map(row -> row.id().network()).distinct().toList();
    boolean several = networks.size() > 1;
    Function<IndexRow, String> side =
        several ? row -> endpoint(row, 0) + " → " + endpoint(row, 1) : row -> endpoint(row, 0);
    Function<IndexRow, String> top = several ? row -> row.id().network() : row -> endpoint(row, 1);
    List<String> columns = pairs.stream().map(top).distinct().toList();
    List<MatrixRow> lines =
        pairs.stream()
            .map(side)
            .distinct()
            .map(head -> line(head, side, columns, top, pairs))
            .toList();
    List<MatrixCell> others =
        rows.stream().filter(row -> !isPair(row)).map(row -> other(row, several)).toList();
    return new Matrix(
        anchor,
        rows.get(0).title(),
        group.scenario(),
        several ? group.variant() : variant(group, networks.get(0)),
        several ? "offerer → answerer" : "offerer ↓",
        several ? "network →" : "answerer →",
        columns,
        lines,
        others);
  }

  /** With the one network of all cells, where that is not the default. */
  private static String variant(Group group, String network) {
    String named = network.equals(CellId.DIRECT) ? "" : CellId.NETWORK + "=" + network;
    return group.variant().isEmpty() || named.isEmpty()
        ? group.variant() + named
        : group.variant() + ", " + named;
  }

  private static MatrixRow line(
      String head,
      Function<IndexRow, String> side,
      List<String> columns,
      Function<IndexRow, String> top,
      List<IndexRow> pairs) {
    Map<String, List<IndexRow>> byColumn =
        pairs.stream()
            .filter(row -> side.apply(row).equals(head))
            .collect(Collectors.groupingBy(top));
    return new MatrixRow(
        head,
        columns.stream()
            .map(column -> byColumn.getOrDefault(column, List.of()))
            .map(Matrices::cells)
            .toList());
  }

  private static MatrixCell other(IndexRow row, boolean withNetwork) {
    String endpoints = String.join(", ", row.id().endpoints());
    return cell(row, withNetwork ? endpoints + " over " + row.id().network() : endpoints);
  }

  private static List<MatrixCell> cells(List<IndexRow> repetitions) {
    boolean alone = repetitions.size() == 1;
    return repetitions.stream()
        .map(row -> cell(row, alone ? "" : "repetition " + row.repetition()))
        .toList();
  }

  private static MatrixCell cell(IndexRow row, String name) {
    String reason = row.figures().isEmpty() ? clip(row.reason()) : "";
    return new MatrixCell(row.mark(), name, row.href(), row.figures(), reason);
  }

  private static String clip(String reason) {
    return reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, LONGEST_REASON - 1) + "…";
  }

  private static boolean isPair(IndexRow row) {
    return row.id().endpoints().size() == 2;
  }

  private static String endpoint(IndexRow row, int index) {
    return row.id().endpoints().get(index);
  }
}
