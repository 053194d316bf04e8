package dev.parley.network.capture;

import dev.parley.network.model.Direction;
import dev.parley.network.model.PacketTruth;
import java.util.Locale;

/** Says in a capture's comment what became of a packet. */
public final class CaptureComment {
  private static final double NANOS_IN_A_MILLI = 1e6;

  private CaptureComment() {}

  /**
   * One line, as in {@code up 17: delivered; due 50.000 ms after its arrival, left 0.045 ms late}
   * or {@code down 18: dropped: queue; 12000 bytes waited}.
   */
  public static String of(Direction direction, PacketTruth truth) {
    String head = direction.word() + " " + truth.number() + ": ";
    String waited = "; " + truth.queuedBytes() + " bytes waited";
    if (truth.dropped() != null) {
      return head
          + "dropped: "
          + truth.dropped().word()
          + millis("; ", truth.dueNanos() - truth.arrivalNanos(), " after its arrival")
          + waited;
    }
    return head
        + "delivered"
        + (truth.copy() > 0 ? " again" : "")
        + (truth.corrupted() ? ", corrupted" : "")
        + millis("; due ", truth.dueNanos() - truth.arrivalNanos(), " after its arrival")
        + left(truth)
        + waited;
  }

  private static String left(PacketTruth truth) {
    return truth.departedNanos() < 0
        ? ", not yet left"
        : millis(", left ", truth.departedNanos() - truth.dueNanos(), " late");
  }

  private static String millis(String before, long nanos, String after) {
    return String.format(Locale.ROOT, "%s%.3f ms%s", before, nanos / NANOS_IN_A_MILLI, after);
  }
}
