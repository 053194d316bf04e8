package dev.parley.reports.html;

import dev.parley.reports.html.page.NetworkSection.LossRow;
import dev.parley.reports.model.RunEvent.LossCompared;
import dev.parley.reports.view.ParticipantView;
import dev.parley.reports.view.SeenLoss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares loss as browsers saw it against loss as it was applied, stream by stream. */
final class LossRows {
  private LossRows() {}

  static List<LossRow> of(List<ParticipantView> participants, Cast cast) {
    return participants.stream()
        .flatMap(one -> one.network().losses().stream())
        .map(loss -> row(new SeenLoss(loss), cast))
        .toList();
  }

  private static LossRow row(SeenLoss loss, Cast cast) {
    LossCompared compared = loss.compared();
    return new LossRow(
        cast.label(compared.participant()),
        cast.colour(compared.participant()),
        compared.track().label(),
        text(loss.seen(), compared.seenLost(), compared.seenExpected()),
        text(loss.applied(), compared.appliedLost(), compared.appliedExpected()),
        loss.seen() == null || loss.applied() == null
            ? null
            : UnitScale.plain((loss.seen() - loss.applied()) * 100, 2),
        kind(compared.agrees()),
        loss.verdict());
  }

  private static @Nullable String text(
      @Nullable Double share, @Nullable Long lost, @Nullable Long expected) {
    return share == null || lost == null || expected == null
        ? null
        : "%s, %s of %s"
            .formatted(
                LinkWords.share(share), UnitScale.plain(lost, 0), UnitScale.plain(expected, 0));
  }

  private static String kind(@Nullable Boolean agrees) {
    return agrees == null ? "" : agrees ? "passed" : "failed";
  }
}
