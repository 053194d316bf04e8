package dev.parley.harness.call;

import dev.parley.harness.stats.NormalizedSample;
import dev.parley.harness.stats.RawSample;
import dev.parley.harness.stats.TransportSnapshot;
import dev.parley.pages.PageMessage;
import dev.parley.reports.model.PageTime;
import dev.parley.reports.model.RunEvent;

/**
 * Takes down one participant's samples, and the gaps between them.
 *
 * @param log where they go
 */
record SampleJournal(AttemptLog log) {

  void take(PageRecord record, PageMessage.Stats stats, PageTime time) {
    PeerConnectionRecord connection = record.connection(stats.pc());
    RawSample raw = new RawSample(stats.pc(), stats.number(), stats.pageMs(), stats.report());
    connection
        .normalizer
        .accept(raw)
        .ifPresent(sample -> keep(record, connection, raw, sample, time));
    RunEvent.PageHealth health =
        new RunEvent.PageHealth(record.participant, time, stats.timerLateMs(), stats.costMs());
    record.health.add(health);
    log.append(health);
  }

  private void keep(
      PageRecord record,
      PeerConnectionRecord connection,
      RawSample raw,
      NormalizedSample sample,
      PageTime time) {
    connection.samples.add(raw);
    if (sample.missedBefore() > 0) {
      log.append(
          new RunEvent.SamplesLost(
              record.participant, sample.missedBefore(), "due, and did not arrive"));
    }
    log.append(
        new RunEvent.Sample(
            record.participant, sample.pc(), sample.number(), time, sample.readings()));
    for (TransportSnapshot transport : sample.transports()) {
      connection.selectedPair = transport.pairId();
      log.append(transport.event(record.participant, sample.pc()));
    }
  }
}
