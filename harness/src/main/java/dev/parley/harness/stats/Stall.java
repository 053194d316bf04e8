package dev.parley.harness.stats;

import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import java.util.Optional;

/**
 * Whether media that was sent also came in: nothing lost of nothing received is no loss of 0.
 *
 * <p>The last two seconds of a window tell: what stops for good is lost without being missed,
 * because a receiver counts as lost only what a later packet shows to be missing.
 */
public enum Stall {
  /** Packets came in. */
  FLOWING,
  /** Nothing came in any more although the sender's counters grew. */
  STALLED,
  /** Nothing came in, and nothing was sent. */
  IDLE,
  /** What came in is not known, or nothing came in and what was sent is not known. */
  UNKNOWN;

  /** For how long nothing must come in at the window's end. */
  static final double SECONDS = 2;

  /** The judgement over the same window of both sides. */
  public static Stall of(Optional<OutboundFlow> sender, InboundFlow receiver) {
    return of(
        sender.map(flow -> flow.latestGrowth("packetsSent")).orElse(Measured.UNDEFINED),
        receiver.latestGrowth("packetsReceived"));
  }

  /** A reading of a stalled stream: what has no value there lacks it for the standstill. */
  static Reading mark(Reading reading) {
    return reading.absent() == Absence.UNDEFINED
        ? new Reading(reading.metric(), reading.track(), null, Absence.STALLED)
        : reading;
  }

  private static Stall of(Measured sent, Measured received) {
    if (received.orElse(0) > 0) {
      return FLOWING;
    }
    if (!received.isPresent() || !sent.isPresent()) {
      return UNKNOWN;
    }
    return sent.orElse(0) > 0 ? STALLED : IDLE;
  }
}
