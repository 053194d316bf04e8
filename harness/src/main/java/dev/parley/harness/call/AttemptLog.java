package dev.parley.harness.call;

import dev.parley.reports.log.EventLog;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.RunEvent;

/**
 * The run's log, as one attempt writes to it.
 *
 * @param log the run's log
 * @param key the attempt
 */
public record AttemptLog(EventLog log, AttemptKey key) {

  /** Appends an event of this attempt. */
  public void append(RunEvent event) {
    log.append(key, event);
  }
}
