package dev.parley.reports.summary;

import dev.parley.reports.metrics.Aggregate;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.RunEvent.Check;
import dev.parley.reports.model.RunEvent.Expected;
import dev.parley.reports.model.RunEvent.NetworkProof;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.model.Track;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.KeyFigure;
import dev.parley.reports.view.KeyFigures;
import dev.parley.reports.view.RerunCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One repetition of a cell, as {@code summary.json} tells it; figures and checks are the last
 * attempt's.
 */
record SummaryCell(
    CellId id,
    String title,
    int repetition,
    Outcome outcome,
    String reason,
    boolean recorded,
    @Nullable Expected expected,
    List<Attempt> attempts,
    List<Figure> figures,
    List<Check> checks,
    List<CellNetwork> networks,
    @Nullable NetworkProof emulator,
    String rerun) {

  record Attempt(int attempt, Outcome outcome, String reason, @Nullable Double seconds) {}

  record Figure(
      String participant,
      @Nullable String pc,
      String metric,
      String unit,
      Track track,
      @Nullable Double value,
      @Nullable Absence absent,
      @Nullable Aggregate aggregate) {

    static Figure of(KeyFigure figure) {
      return new Figure(
          figure.participant(),
          figure.pc(),
          figure.metric(),
          figure.unit(),
          figure.track(),
          figure.value(),
          figure.absent(),
          figure.aggregate());
    }
  }

  static SummaryCell of(CellView cell, RunStart run) {
    return new SummaryCell(
        cell.id(),
        cell.planned().title(),
        cell.repetition(),
        cell.outcome(),
        cell.reason(),
        cell.recorded(),
        cell.expected(),
        cell.attempts().stream().map(SummaryCell::attempt).toList(),
        cell.lastAttempt().map(KeyFigures::of).orElse(List.of()).stream().map(Figure::of).toList(),
        cell.lastAttempt().map(AttemptView::checks).orElse(List.of()),
        cell.lastAttempt().map(AttemptView::participants).orElse(List.of()).stream()
            .map(CellNetwork::of)
            .toList(),
        cell.lastAttempt().map(AttemptView::proof).orElse(null),
        RerunCommand.of(run, cell.id()));
  }

  private static Attempt attempt(AttemptView attempt) {
    return new Attempt(
        attempt.key().attempt(), attempt.outcome(), attempt.reason(), attempt.seconds());
  }
}
