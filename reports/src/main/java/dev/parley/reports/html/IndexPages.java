package dev.parley.reports.html;

import dev.parley.reports.html.chart.OutcomeBar;
import dev.parley.reports.html.chart.OutcomeBar.Share;
import dev.parley.reports.html.page.IndexPage;
import dev.parley.reports.html.page.IndexPage.Attention;
import dev.parley.reports.html.page.IndexPage.Count;
import dev.parley.reports.html.page.Mark;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.view.RunSummary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prepares the index from what was kept of each cell. */
final class IndexPages {
  private static final int MOST_ATTENTION = 300;

  private IndexPages() {}

  static IndexPage of(RunSummary summary, List<IndexRow> rows) {
    List<Attention> attention = attention(rows);
    return new IndexPage(
        RunHeads.of(summary),
        present(summary)
            .map(outcome -> new Count(Mark.of(outcome), summary.count(outcome)))
            .toList(),
        OutcomeBar.render(
            present(summary)
                .map(outcome -> new Share(outcome.word(), summary.count(outcome)))
                .toList()),
        RunProblems.of(summary, rows),
        attention.subList(0, Math.min(MOST_ATTENTION, attention.size())),
        Math.max(0, attention.size() - MOST_ATTENTION),
        Matrices.of(summary.run().start().plan(), rows));
  }

  private static Stream<Outcome> present(RunSummary summary) {
    return Outcome.WORST_FIRST.stream().filter(outcome -> summary.count(outcome) > 0);
  }

  private static List<Attention> attention(List<IndexRow> rows) {
    return rows.stream()
        .filter(row -> !row.green())
        .sorted(
            Comparator.<IndexRow>comparingInt(
                    row -> Outcome.WORST_FIRST.indexOf(Outcome.ofWord(row.mark().kind())))
                .thenComparing(IndexRow::id)
                .thenComparing(IndexRow::repetition))
        .map(row -> new Attention(row.mark(), row.label(), row.href(), row.reason()))
        .toList();
  }
}
