package dev.parley.reports.html;

import dev.parley.reports.html.chart.Strip.Band;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.LinkView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.List;

/** The applied networks as bands below the charts; nothing for whoever is on none. */
final class NetworkBands {
  private final AttemptTime time;
  private final Cast cast;
  private final double to;

  NetworkBands(AttemptTime time, Cast cast, double to) {
    this.time = time;
    this.cast = cast;
    this.to = to;
  }

  List<Band> of(AttemptView attempt) {
    List<Band> bands = new ArrayList<>();
    for (ParticipantView participant : attempt.participants()) {
      bands.addAll(of(participant));
    }
    return bands;
  }

  /** One band for each direction, or one for both where they are drawn alike. */
  private List<Band> of(ParticipantView participant) {
    List<Band> bands =
        participant.network().links().stream()
            .filter(link -> !link.states().isEmpty())
            .map(link -> band(link, arrow(link.direction()), LinkWords.direction(link.direction())))
            .toList();
    return bands.size() == 2 && alike(bands.get(0), bands.get(1))
        ? List.of(band(participant.network().links().get(0), "↕", "both ways"))
        : bands;
  }

  private Band band(LinkView link, String arrow, String direction) {
    LinkPhases phases = new LinkPhases(link, time, 0, to);
    return new Band(
        cast.label(link.participant()) + ", " + direction,
        cast.colour(link.participant()),
        arrow,
        phases.phases(),
        phases.levels(),
        phases.changes());
  }

  private static boolean alike(Band one, Band other) {
    return one.phases().equals(other.phases())
        && one.levels().equals(other.levels())
        && one.changes().equals(other.changes());
  }

  private static String arrow(String direction) {
    return direction.equals("up") ? "↑" : "↓";
  }
}
