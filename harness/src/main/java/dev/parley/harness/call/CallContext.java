package dev.parley.harness.call;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.network.CallNetwork;
import dev.parley.pages.PageServer;
import dev.parley.reports.log.RunClock;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a call is opened with.
 *
 * @param server where its pages come from
 * @param callId its name on that server
 * @param clock the run's clock
 * @param log the attempt's log
 * @param folder where raw statistics go
 * @param settings what the user asked for
 * @param network its emulated links; empty where it goes over the machine's own network
 */
public record CallContext(
    PageServer server,
    String callId,
    RunClock clock,
    AttemptLog log,
    Path folder,
    RunSettings settings,
    Optional<CallNetwork> network) {}
