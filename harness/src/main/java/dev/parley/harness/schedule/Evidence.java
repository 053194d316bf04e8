package dev.parley.harness.schedule;

import dev.parley.harness.CallErrored;
import dev.parley.harness.network.NetworkFindings;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt is judged by.
 *
 * @param aborted why it was ended from outside; null where it was not
 * @param faults what of the infrastructure failed
 * @param thrown what ended the scenario early; null where it came to its end
 * @param checks the checks made
 * @param brokeInFunction whether a check broke that no load excuses
 * @param starved why the machine could not keep up; empty where it could
 * @param measured whether a window was measured, whose figures a starved machine spoils
 * @param network what the emulation says about itself; empty where nothing was emulated
 */
record Evidence(
    @Nullable String aborted,
    List<CallErrored> faults,
    @Nullable Throwable thrown,
    List<RunEvent.Check> checks,
    boolean brokeInFunction,
    Optional<String> starved,
    boolean measured,
    Optional<NetworkFindings> network) {

  /** Why figures cannot be trusted: the machine could not keep up, or the emulation could not. */
  Optional<String> doubt() {
    List<String> reasons = new ArrayList<>();
    starved.filter(why -> measured || !isGreen()).ifPresent(reasons::add);
    network.ifPresent(found -> reasons.addAll(found.doubts()));
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private boolean isGreen() {
    return thrown == null && checks.stream().noneMatch(check -> check.verdict() == Verdict.BROKEN);
  }

  /** Why the emulation counts as broken, where the call did not do what it should. */
  Optional<String> brokenEmulation(Outcome outcome) {
    boolean red = outcome == Outcome.FAILED || outcome == Outcome.INCONCLUSIVE;
    return network
        .filter(found -> red || (outcome == Outcome.PASSED && found.nothingArrived()))
        .flatMap(NetworkFindings::selfTest);
  }
}
