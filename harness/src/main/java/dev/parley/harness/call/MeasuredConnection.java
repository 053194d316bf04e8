package dev.parley.harness.call;

import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.harness.stats.WindowStats;
import java.util.Optional;

/**
 * One peer connection's statistics over a window.
 *
 * @param participant whose it is
 * @param pc its id within the page
 */
record MeasuredConnection(String participant, String pc, WindowStats stats) {

  /** What was applied to a received stream, beside what was seen; empty where that is not known. */
  Optional<LossComparison> loss(CallNetwork network, InboundFlow flow) {
    Long ssrc = flow.track().ssrc();
    return ssrc == null
        ? Optional.empty()
        : network
            .applied(participant, pc, ssrc, stats.firstNumber(flow), stats.lastNumber(flow))
            .map(applied -> LossComparison.of(flow, applied));
  }
}
