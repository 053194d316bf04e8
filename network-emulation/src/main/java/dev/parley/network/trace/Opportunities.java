package dev.parley.network.trace;

import dev.parley.network.model.Trace;
import java.util.Arrays;

/** Collects a trace's opportunities within its length. */
final class Opportunities {
  private final int lengthMillis;
  private int[] times = new int[1024];
  private int count;

  Opportunities(int lengthMillis) {
    this.lengthMillis = lengthMillis;
  }

  /** Some more at this time; what is beyond the length is left out. */
  void add(int millis, int packets) {
    for (int i = 0; i < packets && millis <= lengthMillis; i++) {
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count++] = millis;
    }
  }

  /** The trace; the end of its length is an opportunity of its own, so that it is that long. */
  Trace trace(String name) {
    if (count == 0 || times[count - 1] < lengthMillis) {
      add(lengthMillis, 1);
    }
    return new Trace(name, Arrays.copyOf(times, count));
  }
}
