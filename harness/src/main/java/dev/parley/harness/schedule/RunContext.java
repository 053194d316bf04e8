package dev.parley.harness.schedule;

import dev.parley.harness.config.RunSettings;
import dev.parley.harness.endpoint.EndpointPool;
import dev.parley.pages.PageServer;
import dev.parley.reports.log.EventLog;
import dev.parley.reports.log.RunClock;

/**
 * What every attempt of a run stands on.
 *
 * @param settings what the user asked for
 * @param endpoints the endpoints found, and those missing
 * @param pool where browsers come from
 * @param server where pages come from
 * @param log the run's log
 * @param clock the run's clock
 * @param folder where files go
 * @param host the machine's health so far
 * @param emulation where emulated networks come from
 */
public record RunContext(
    RunSettings settings,
    FoundEndpoints endpoints,
    EndpointPool pool,
    PageServer server,
    EventLog log,
    RunClock clock,
    RunFolder folder,
    HostSeries host,
    Emulation emulation) {}
