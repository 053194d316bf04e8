package dev.parley.harness.network;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkTruth;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether a link let packets go when they were due.
 *
 * <p>It did not where the 95 % quantile of lateness is above 2 ms and 5 % of the link's delay, or
 * more than 1 % of packets were over 10 ms late.
 */
final class Punctuality {
  private static final double LEAST_MS = 2;
  private static final double OF_DELAY = 0.05;
  private static final double LATE_SHARE = 0.01;

  private Punctuality() {}

  /**
   * Why a link cannot be trusted, in words; empty where it can.
   *
   * @param delayMs the least propagation delay that held
   */
  static Optional<String> late(
      String participant, Direction direction, LinkTruth truth, double delayMs) {
    double limit = Math.max(LEAST_MS, OF_DELAY * delayMs);
    String link = "the emulator was late on %s's %slink: ".formatted(participant, direction.word());
    LinkTruth.Spread lateness = truth.lateness();
    if (lateness != null && lateness.p95() > limit) {
      return Optional.of(
          link
              + text(
                  "%.1f ms at the 95 %% quantile, at most %.1f are allowed",
                  lateness.p95(), limit));
    }
    return truth.lateShare() > LATE_SHARE
        ? Optional.of(
            link
                + text(
                    "%.1f %% of packets by more than 10 ms, at most 1 %% are allowed",
                    100 * truth.lateShare()))
        : Optional.empty();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
