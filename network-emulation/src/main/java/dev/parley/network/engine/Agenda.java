package dev.parley.network.engine;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is to be done to a link at given moments; of one moment, what goes on before what begins,
 * and each in the order of its being told.
 */
final class Agenda {
  private static final long BEFORE_ALL_THAT_BEGINS = Long.MIN_VALUE;

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::order));
  private long told;

  /** Something to be done. */
  interface Deed {
    void at(long nanos);
  }

  private record Entry(long atNanos, long order, Deed deed) {}

  /** Something that begins. */
  void add(long atNanos, Deed deed) {
    entries.add(new Entry(atNanos, told++, deed));
  }

  /** Something that began before and goes on. */
  void goOn(long atNanos, Deed deed) {
    entries.add(new Entry(atNanos, BEFORE_ALL_THAT_BEGINS + told++, deed));
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
