package dev.parley.network.engine;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Trace;

/** A trace's delivery opportunities on the engine's time axis, by their running number. */
final class Opportunities {
  private static final long MILLI = 1_000_000L;

  private final Trace trace;
  private final boolean loop;
  private final long startNanos;

  Opportunities(Capacity.Traced traced, long startNanos) {
    this.trace = traced.trace();
    this.loop = traced.loop();
    this.startNanos = startNanos;
  }

  /** When this opportunity comes; never, after the end of a trace that is played once. */
  long at(long index) {
    if (!loop && index >= trace.size()) {
      return AccessLink.NEVER;
    }
    long rounds = index / trace.size();
    return startNanos
        + MILLI * (rounds * trace.lengthMillis() + trace.millis((int) (index % trace.size())));
  }

  /** The number of the first opportunity after this moment. */
  long firstAfter(long nanos) {
    long millis = Math.floorDiv(nanos - startNanos, MILLI);
    if (millis < 0) {
      return 0;
    }
    long rounds = loop ? millis / trace.lengthMillis() : 0;
    long within = millis - rounds * trace.lengthMillis();
    return rounds * trace.size() + search(within);
  }

  /** Whether nothing will leave any more. */
  boolean endedAt(long nanos) {
    return !loop && nanos >= at(trace.size() - 1L);
  }

  /** How many there are in so long a time up to this moment. */
  long countUpTo(long nanos, long spanNanos) {
    return firstAfter(nanos) - firstAfter(nanos - spanNanos);
  }

  /** How many of a round come at this millisecond or before. */
  private int search(long millis) {
    int low = 0;
    int high = trace.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (trace.millis(middle) <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
