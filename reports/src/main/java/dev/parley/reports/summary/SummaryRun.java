package dev.parley.reports.summary;

import dev.parley.reports.model.RunEvent.HostInfo;
import dev.parley.reports.model.RunEvent.RunStart;
import java.util.List;
import java.util.Map;

/** The run, as {@code summary.json} names it. */
record SummaryRun(
    String id,
    String parleyVersion,
    long seed,
    List<String> commandLine,
    HostInfo host,
    Map<String, String> settings,
    String planHash) {

  static SummaryRun of(RunStart start) {
    return new SummaryRun(
        start.runId(),
        start.parleyVersion(),
        start.seed(),
        start.commandLine(),
        start.host(),
        start.settings(),
        start.plan().hash());
  }
}
