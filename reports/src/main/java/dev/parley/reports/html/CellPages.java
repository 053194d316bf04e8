package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection;
import dev.parley.reports.html.page.CellPage;
import dev.parley.reports.html.page.CellPage.Repetition;
import dev.parley.reports.html.page.Fact;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.ParticipantView;
import dev.parley.reports.view.RerunCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Prepares the page of one repetition of a cell. */
final class CellPages {
  private final RunStart run;
  private final AttemptSections sections;

  CellPages(RunStart run, Path runDir) {
    this.run = run;
    this.sections = new AttemptSections(runDir);
  }

  CellPage of(CellView cell) {
    List<AttemptSection> attempts =
        new ArrayList<>(cell.attempts().stream().map(sections::of).toList());
    Collections.reverse(attempts);
    return new CellPage(
        run.runId(),
        cell.label(),
        cell.planned().title(),
        pair(cell.id().endpoints()),
        Words.mark(cell.outcome(), cell.expected()),
        cell.reason(),
        RerunCommand.of(run, cell.id()),
        facts(cell),
        repetitions(cell),
        attempts);
  }

  /** The page's file name; the repetition is left out of it where there is but one. */
  static String file(PlannedCell cell, int repetition) {
    String number = cell.repetitions() == 1 && repetition == 1 ? "" : "-r" + repetition;
    return cell.id().fileName() + number + ".html";
  }

  private static String pair(List<String> endpoints) {
    return endpoints.size() == 2
        ? endpoints.get(0) + " calls " + endpoints.get(1)
        : String.join(", ", endpoints);
  }

  private static List<Fact> facts(CellView cell) {
    List<Fact> facts = new ArrayList<>();
    for (ParticipantView one :
        cell.lastAttempt().map(AttemptView::participants).orElse(List.of())) {
      if (one.joined() != null) {
        facts.add(new Fact(one.name(), one.joined().browser() + " " + one.joined().version()));
      }
    }
    facts.add(new Fact("attempts", Integer.toString(cell.attempts().size())));
    cell.lastAttempt()
        .map(AttemptView::seconds)
        .ifPresent(seconds -> facts.add(new Fact("took", Words.duration(seconds))));
    facts.addAll(MatrixFigures.of(cell));
    return facts;
  }

  private static List<Repetition> repetitions(CellView cell) {
    if (cell.planned().repetitions() == 1) {
      return List.of();
    }
    return IntStream.rangeClosed(1, cell.planned().repetitions())
        .mapToObj(
            number ->
                new Repetition(number, file(cell.planned(), number), number == cell.repetition()))
        .toList();
  }
}
