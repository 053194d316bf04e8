package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.CheckRow;
import dev.parley.reports.model.RunEvent.Check;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.Comparator;
import java.util.List;

/** Prepares the checks, the broken ones first. */
final class CheckRows {
  private CheckRows() {}

  static List<CheckRow> of(List<Check> checks, Cast cast) {
    return checks.stream()
        .sorted(Comparator.comparingInt(check -> rank(check.verdict())))
        .map(check -> row(check, cast))
        .toList();
  }

  private static CheckRow row(Check check, Cast cast) {
    return new CheckRow(
        check.criterion(),
        check.participant() == null ? "" : cast.label(check.participant()),
        check.measured(),
        (check.relation() + " " + check.limit()).strip(),
        check.unit(),
        kind(check.verdict()),
        word(check.verdict()),
        check.note() == null ? "" : check.note());
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> 0;
      case INCONCLUSIVE -> 1;
      case HELD -> 2;
    };
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "passed";
      case BROKEN -> "failed";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "held";
      case BROKEN -> "broken";
      case INCONCLUSIVE -> "inconclusive";
    };
  }
}
