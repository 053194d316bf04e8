package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.ChartFigure;
import dev.parley.reports.html.page.NetworkSection;
import dev.parley.reports.html.page.NetworkSection.Access;
import dev.parley.reports.html.page.NetworkSection.ChangeRow;
import dev.parley.reports.html.page.NetworkSection.Proof;
import dev.parley.reports.model.RunEvent.Network;
import dev.parley.reports.model.RunEvent.NetworkProof;
import dev.parley.reports.model.RunEvent.NetworkState;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.LinkView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Prepares an attempt's emulated networks: what was asked, what was achieved, and the proof. */
final class NetworkSections {
  private final AttemptView attempt;
  private final AttemptTime time;
  private final Cast cast;
  private final List<LinkView> links;

  NetworkSections(AttemptView attempt, AttemptTime time, Cast cast) {
    this.attempt = attempt;
    this.time = time;
    this.cast = cast;
    this.links =
        attempt.participants().stream().flatMap(one -> one.network().links().stream()).toList();
  }

  NetworkSection section(List<ChartFigure> charts) {
    return new NetworkSection(
        attempt.participants().stream().map(this::access).toList(),
        NetworkTable.of(links, cast),
        charts,
        LossRows.of(attempt.participants(), cast),
        proof(),
        changes());
  }

  private Access access(ParticipantView participant) {
    Network link = participant.network().link();
    return new Access(
        cast.label(participant.name()),
        cast.colour(participant.name()),
        participant.network().text(),
        link == null ? "" : detail(link));
  }

  private static String detail(Network link) {
    String shared =
        link.sharedWith().isEmpty() ? "" : "; shared with " + String.join(", ", link.sharedWith());
    return link.description() + "; seed " + link.seed() + shared;
  }

  private List<Proof> proof() {
    NetworkProof proof = attempt.proof();
    if (links.isEmpty() && proof == null) {
      return List.of();
    }
    if (proof == null) {
      return List.of(
          new Proof("errored", "Self-test", "the log does not say how the emulator fared"));
    }
    List<Proof> rows = new ArrayList<>();
    rows.add(new Proof(selfTest(proof.selfTest()), "Self-test", proof.selfTest()));
    rows.add(
        proof.bypass() == null
            ? new Proof("passed", "Bypass", "nothing was received past the emulator")
            : new Proof("errored", "Bypass", proof.bypass()));
    rows.add(new Proof("note", "Packets refused, by reason", LinkWords.counts(proof.refused())));
    return rows;
  }

  private static String selfTest(String result) {
    if (result.startsWith("passed")) {
      return "passed";
    }
    return result.startsWith("failed") ? "errored" : "inconclusive";
  }

  private List<ChangeRow> changes() {
    return links.stream()
        .flatMap(link -> link.states().stream())
        .sorted(Comparator.comparingDouble(NetworkState::atMs))
        .map(this::change)
        .toList();
  }

  private ChangeRow change(NetworkState state) {
    return new ChangeRow(
        time.text(state.atMs()),
        cast.label(state.participant()),
        cast.colour(state.participant()),
        LinkWords.direction(state.direction()),
        LinkWords.full(state),
        state.why());
  }
}
