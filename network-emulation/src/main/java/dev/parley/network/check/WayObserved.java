package dev.parley.network.check;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkTruth;

/**
 * One direction of a check in real time.
 *
 * @param direction which
 * @param plan what was sent
 * @param arrivals when it came to the emulator
 * @param predicted what the engine makes of that in virtual time
 * @param received what came to the receiver
 * @param truth what the emulator counted
 */
record WayObserved(
    Direction direction,
    ProbePlan plan,
    Arrivals arrivals,
    Fates predicted,
    Fates received,
    LinkTruth truth) {

  int sent() {
    return plan.atNanos().size();
  }
}
