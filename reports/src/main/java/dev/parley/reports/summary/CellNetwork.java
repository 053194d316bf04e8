package dev.parley.reports.summary;

import dev.parley.reports.model.RunEvent.LossCompared;
import dev.parley.reports.model.RunEvent.Network;
import dev.parley.reports.model.RunEvent.NetworkSummary;
import dev.parley.reports.view.LinkView;
import dev.parley.reports.view.NetworkView;
import dev.parley.reports.view.ParticipantView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A participant's network, as {@code summary.json} tells it. */
record CellNetwork(
    String participant,
    String network,
    boolean emulated,
    @Nullable String description,
    @Nullable String backend,
    @Nullable Long seed,
    @Nullable List<String> sharedWith,
    List<Link> links,
    List<LossCompared> losses) {

  record Link(String direction, String kept, @Nullable NetworkSummary summary) {

    static Link of(LinkView link) {
      String word = link.lateness().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return new Link(link.direction(), word, link.summary());
    }
  }

  static CellNetwork of(ParticipantView participant) {
    NetworkView view = participant.network();
    Network link = view.link();
    return new CellNetwork(
        participant.name(),
        view.name(),
        view.isEmulated(),
        link == null ? null : link.description(),
        link == null ? null : link.backend(),
        link == null ? null : (Long) link.seed(),
        link == null ? null : link.sharedWith(),
        view.links().stream().map(Link::of).toList(),
        view.losses());
  }
}
