package dev.parley.harness.call;

import dev.parley.harness.network.CallNetwork;
import dev.parley.reports.log.RunClock;
import java.util.Optional;

/**
 * What the parts of one live call share.
 *
 * @param board what its pages have reported
 * @param commands the way to its pages
 * @param clock the run's clock
 * @param log the attempt's log
 * @param network its emulated links; empty where it goes over the machine's own network
 */
record CallTools(
    CallBoard board,
    PageCommands commands,
    RunClock clock,
    AttemptLog log,
    Optional<CallNetwork> network) {}
