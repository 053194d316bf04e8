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
import java.util.stream.Collectors;

/** Puts the cells into matrices of offerer by answerer, in the order of the plan. */
final class Matrices {
  private static final int LONGEST_REASON = 90;

  private Matrices() {}

  private record Group(String scenario, String variant) {
    Group(CellId id) {
      this(
          id.scenarioKey(),
          id.axes().entrySet().stream()
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

  private static Matrix matrix(String anchor, Group group, List<IndexRow> rows) {
    List<IndexRow> pairs = rows.stream().filter(Matrices::isPair).toList();
    List<String> answerers = pairs.stream().map(row -> endpoint(row, 1)).distinct().toList();
    List<MatrixRow> lines =
        pairs.stream()
            .map(row -> endpoint(row, 0))
            .distinct()
            .map(offerer -> line(offerer, answerers, pairs))
            .toList();
    List<MatrixCell> others =
        rows.stream()
            .filter(row -> !isPair(row))
            .map(row -> cell(row, String.join(", ", row.id().endpoints())))
            .toList();
    return new Matrix(
        anchor, rows.get(0).title(), group.scenario(), group.variant(), answerers, lines, others);
  }

  private static MatrixRow line(String offerer, List<String> answerers, List<IndexRow> pairs) {
    Map<String, List<IndexRow>> byAnswerer =
        pairs.stream()
            .filter(row -> endpoint(row, 0).equals(offerer))
            .collect(Collectors.groupingBy(row -> endpoint(row, 1)));
    return new MatrixRow(
        offerer,
        answerers.stream()
            .map(answerer -> byAnswerer.getOrDefault(answerer, List.of()))
            .map(Matrices::cells)
            .toList());
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
