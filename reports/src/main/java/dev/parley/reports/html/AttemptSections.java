package dev.parley.reports.html;

import dev.parley.reports.html.chart.StripDrawing;
import dev.parley.reports.html.chart.StripKey;
import dev.parley.reports.html.page.AttemptSection;
import dev.parley.reports.html.page.AttemptSection.ChartGroup;
import dev.parley.reports.html.page.AttemptSection.ChartSection;
import dev.parley.reports.html.page.AttemptSection.LegendEntry;
import dev.parley.reports.html.page.NetworkSection;
import dev.parley.reports.view.AttemptView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prepares everything that is shown of one attempt. */
final class AttemptSections {
  private final ArtefactRows artefacts;

  AttemptSections(Path runDir) {
    this.artefacts = new ArtefactRows(runDir);
  }

  AttemptSection of(AttemptView attempt) {
    Cast cast = new Cast(attempt.participants());
    AttemptTime time = new AttemptTime(attempt);
    String anchor = "a" + attempt.key().attempt();
    Plots plots = new Plots(attempt, time, cast, anchor);
    return new AttemptSection(
        anchor,
        "Attempt " + attempt.key().attempt(),
        Words.mark(attempt.outcome(), attempt.expected()),
        attempt.reason(),
        attempt.seconds() == null ? "never ended" : Words.duration(attempt.seconds()),
        Callouts.of(attempt, cast),
        CheckRows.of(attempt.checks(), cast),
        FigureTables.of(attempt.participants(), cast),
        new TimelineSections(attempt, time, cast, anchor).section(),
        network(attempt, time, cast, plots),
        charts(attempt, time, cast, plots),
        TransportTable.of(attempt.participants(), cast),
        ParticipantTable.of(attempt.participants(), cast),
        Negotiations.of(attempt.participants(), cast, time),
        LogRows.of(attempt.logLines(), cast, time),
        artefacts.of(attempt.artefacts(), cast));
  }

  private static NetworkSection network(
      AttemptView attempt, AttemptTime time, Cast cast, Plots plots) {
    return new NetworkSections(attempt, time, cast)
        .section(new NetworkCharts(attempt, time, cast, plots).charts());
  }

  private static ChartSection charts(
      AttemptView attempt, AttemptTime time, Cast cast, Plots plots) {
    List<ChartGroup> groups =
        new ArrayList<>(new MetricCharts(attempt, time, cast, plots).groups());
    groups.addAll(new HealthCharts(attempt, time, cast, plots).groups());
    return new ChartSection(
        StripDrawing.render(plots.strip()),
        StripKey.of(plots.strip().bands()).stream()
            .map(sign -> new LegendEntry(sign.svg(), sign.text(), ""))
            .toList(),
        groups);
  }
}
