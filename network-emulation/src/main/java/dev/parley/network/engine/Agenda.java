package dev.parley.network.engine;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done to a link at given moments; of one moment, in the order of its being told. */
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::order));
  private long told;

  /** Something to be done. */
  interface Deed {
    void at(long nanos);
  }

  private record Entry(long atNanos, long order, Deed deed) {}

  void add(long atNanos, Deed deed) {
    entries.add(new Entry(atNanos, told++, deed));
  }

  long next() {
    Entry entry = entries.peek();
    return entry == null ? AccessLink.NEVER : entry.atNanos();
  }

  /** Does the first. */
  void step() {
    Entry entry = entries.remove();
    entry.deed().at(entry.atNanos());
  }
}
