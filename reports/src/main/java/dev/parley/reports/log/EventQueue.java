package dev.parley.reports.log;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.RunEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Events on their way to the writer; bounded, with room set aside for those that judge. */
final class EventQueue {
  static final int CAPACITY = 16_384;
  private static final int RESERVED_SHARE = 8;

  /** An event as it was appended; without an event, the end. */
  record Entry(@Nullable AttemptKey cell, @Nullable RunEvent event, double runMs, Instant wall) {}

  /** What was left out is counted by: an attempt and, for samples, their participant. */
  record LossKey(@Nullable AttemptKey cell, @Nullable String participant) {}

  private static final Entry END = new Entry(null, null, 0, Instant.EPOCH);

  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final int capacity;
  private Map<LossKey, Long> losses = new LinkedHashMap<>();

  EventQueue(int capacity) {
    this.capacity = capacity;
  }

  /** Takes an event, or counts it as left out; false if one that must not be lost has no room. */
  boolean offer(Entry entry) {
    boolean bulk = isBulk(entry.event());
    int room = bulk ? capacity - capacity / RESERVED_SHARE : capacity;
    if (entries.size() < room) {
      entries.add(entry);
      return true;
    }
    if (bulk) {
      countLoss(entry);
    }
    return bulk;
  }

  void end() {
    entries.add(END);
  }

  /** Waits for the next event; empty of an event at the end. */
  Entry take() throws InterruptedException {
    return entries.take();
  }

  int size() {
    return entries.size();
  }

  /** What was left out since this was last asked. */
  synchronized Map<LossKey, Long> takeLosses() {
    if (losses.isEmpty()) {
      return Map.of();
    }
    Map<LossKey, Long> taken = losses;
    losses = new LinkedHashMap<>();
    return taken;
  }

  private synchronized void countLoss(Entry entry) {
    String participant =
        entry.event() instanceof RunEvent.Sample sample ? sample.participant() : null;
    losses.merge(new LossKey(entry.cell(), participant), 1L, Long::sum);
  }

  private static boolean isBulk(@Nullable RunEvent event) {
    return event instanceof RunEvent.Sample
        || event instanceof RunEvent.LogLine
        || event instanceof RunEvent.HostHealth
        || event instanceof RunEvent.PageHealth
        || event instanceof RunEvent.Candidate;
  }
}
