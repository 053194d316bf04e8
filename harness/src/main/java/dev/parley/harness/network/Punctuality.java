package dev.parley.harness.network;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkTruth;
import dev.parley.reports.metrics.LatenessRule;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether a link let packets go when they were due, by {@link LatenessRule}. */
final class Punctuality {
  private Punctuality() {}

  /**
   * Why a link cannot be trusted, in words; empty where it can.
   *
   * @param delayMs the propagation delay that was asked for; null where it changed
   */
  static Optional<String> late(
      String participant, Direction direction, LinkTruth truth, @Nullable Double delayMs) {
    double limit = LatenessRule.limitMs(delayMs);
    String link = "the emulator was late on %s's %slink: ".formatted(participant, direction.word());
    LinkTruth.Spread lateness = truth.lateness();
    if (lateness != null && lateness.p95() > limit) {
      String words = "%.1f ms at the 95 %% quantile, at most %.1f are allowed";
      return Optional.of(link + text(words, lateness.p95(), limit));
    }
    String words = "%.1f %% of packets by more than 10 ms, at most %.0f %% are allowed";
    return truth.lateShare() > LatenessRule.MOST_LATE_SHARE
        ? Optional.of(
            link + text(words, 100 * truth.lateShare(), 100 * LatenessRule.MOST_LATE_SHARE))
        : Optional.empty();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
