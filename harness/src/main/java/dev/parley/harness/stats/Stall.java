package dev.parley.harness.stats;

import dev.parley.reports.metrics.Measured;

/** Whether media that was sent also came in; silence is not the same as no loss. */
public enum Stall {
  /** Packets came in. */
  FLOWING,
  /** Nothing came in although the sender's counters grew. */
  STALLED,
  /** Nothing came in, and nothing was sent. */
  IDLE,
  /** Nothing came in, and what was sent is not known. */
  UNKNOWN;

  /** The judgement over the same window of both sides. */
  public static Stall of(OutboundFlow sender, InboundFlow receiver) {
    return of(sender.packetsSent(), receiver.packetsReceived());
  }

  static Stall of(Measured sent, Measured received) {
    if (!received.isPresent()) {
      return UNKNOWN;
    }
    if (received.orElse(0) > 0) {
      return FLOWING;
    }
    if (!sent.isPresent()) {
      return UNKNOWN;
    }
    return sent.orElse(0) > 0 ? STALLED : IDLE;
  }
}
