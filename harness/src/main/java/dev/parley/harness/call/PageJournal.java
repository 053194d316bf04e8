package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import dev.parley.pages.PageListener;
import dev.parley.pages.PageMessage;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.RunEvent;
import java.util.Map;

/**
 * Takes down what the pages of one call report: on the board for the scenario, in the log for good.
 */
final class PageJournal implements PageListener {
  private final CallBoard board;
  private final RunClock clock;
  private final AttemptLog log;
  private final Map<String, PageRecord> records;
  private final Map<String, RawStatsFile> rawStats;
  private final EventJournal events;

  PageJournal(
      CallBoard board,
      RunClock clock,
      AttemptLog log,
      Map<String, PageRecord> records,
      Map<String, RawStatsFile> rawStats,
      EventJournal events) {
    this.board = board;
    this.clock = clock;
    this.log = log;
    this.records = records;
    this.rawStats = rawStats;
    this.events = events;
  }

  @Override
  public void received(String participant, PageMessage message, long nanos) {
    PageRecord record = record(participant);
    double arrived = clock.toRunMs(nanos);
    board.post(() -> take(record, message, arrived));
  }

  private void take(PageRecord record, PageMessage message, double arrived) {
    if (message instanceof PageMessage.ClockExchange exchange) {
      record.exchange(
          clock.sinceStartNanos(exchange.sentNanos()),
          exchange.pageMs(),
          clock.sinceStartNanos(exchange.receivedNanos()));
    } else if (message instanceof PageMessage.Event event) {
      events.take(record, event, record.at(event.pageMs(), arrived));
    } else if (message instanceof PageMessage.Stats stats) {
      sample(record, stats, arrived);
    } else if (message instanceof PageMessage.Console line) {
      log.append(
          new RunEvent.LogLine(
              record.participant,
              "console",
              line.level(),
              line.text(),
              record.at(line.pageMs(), arrived)));
    }
  }

  private void sample(PageRecord record, PageMessage.Stats stats, double arrived) {
    rawStatsOf(record.participant).write(stats);
    events.sampled(record.participant, stats);
    new SampleJournal(log).take(record, stats, record.at(stats.pageMs(), arrived));
  }

  @Override
  public void closed(String participant, int code, String reason) {
    PageRecord record = record(participant);
    if (!board.read(() -> record.left)) {
      board.fault(
          new CallErrored(
              "signaling-lost",
              "the page of %s lost its socket to the harness (code %d%s)"
                  .formatted(participant, code, reason.isEmpty() ? "" : ", " + reason)));
    }
  }

  @Override
  public void refused(String participant, String what) {
    log.append(new RunEvent.LogLine(participant, "page-server", "warning", what, null));
  }

  private PageRecord record(String participant) {
    PageRecord record = records.get(participant);
    if (record == null) {
      throw new IllegalArgumentException("no participant '" + participant + "' in this call");
    }
    return record;
  }

  private RawStatsFile rawStatsOf(String participant) {
    RawStatsFile file = rawStats.get(participant);
    if (file == null) {
      throw new IllegalArgumentException("no participant '" + participant + "' in this call");
    }
    return file;
  }
}
