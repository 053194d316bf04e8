package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.LossCompared;
import org.jspecify.annotations.Nullable;

/** Loss of one stream as its receiver saw it against loss as it was applied. */
public record SeenLoss(LossCompared compared) {

  /** The share that the browser counts as lost, 0..1; absent where it does not report it. */
  public @Nullable Double seen() {
    return compared.seenLost() == null || compared.seenExpected() == null
        ? null
        : share(compared.seenLost(), compared.seenExpected());
  }

  /** The share that was dropped on the way, 0..1; absent where no packet was. */
  public @Nullable Double applied() {
    return share(compared.appliedLost(), compared.appliedExpected());
  }

  /** {@code agrees}, {@code does not agree} or {@code not reported}. */
  public String verdict() {
    if (compared.agrees() == null) {
      return "not reported";
    }
    return compared.agrees() ? "agrees" : "does not agree";
  }

  private static @Nullable Double share(long lost, long expected) {
    return expected <= 0 ? null : (Double) ((double) lost / expected);
  }
}
