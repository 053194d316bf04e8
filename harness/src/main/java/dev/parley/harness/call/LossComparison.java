package dev.parley.harness.call;

import dev.parley.harness.network.AppliedLoss;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.RunEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the emulator did to a received stream over a window, and what its receiver saw of it.
 *
 * @param seenLost packets that the receiver counts as lost
 * @param seenExpected packets that it expected
 * @param applied packets that the emulator dropped on the way
 */
record LossComparison(Measured seenLost, Measured seenExpected, AppliedLoss applied) {

  static LossComparison of(InboundFlow flow, AppliedLoss applied) {
    return new LossComparison(flow.packetsLost(), flow.packetsExpected(), applied);
  }

  /** By how many packets the two differ. */
  Measured difference() {
    return seenLost.map(seen -> Math.abs(seen - applied.lost()));
  }

  RunEvent.LossCompared event(String participant, InboundFlow flow) {
    return new RunEvent.LossCompared(
        participant,
        flow.track(),
        whole(seenLost),
        whole(seenExpected),
        applied.lost(),
        applied.expected(),
        seenLost.isPresent() ? applied.agreesWith(seenLost.orElse(0)) : null);
  }

  private static @Nullable Long whole(Measured count) {
    return count.isPresent() ? Math.round(count.orElse(0)) : null;
  }
}
