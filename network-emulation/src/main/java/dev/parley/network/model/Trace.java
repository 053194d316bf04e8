package dev.parley.network.model;

import java.util.Arrays;

/**
 * Delivery opportunities of 1500 bytes each, in milliseconds since the start; several may share one
 * millisecond (the packet-delivery trace format of Mahimahi, {@code mm-link(1)}).
 */
public final class Trace {
  /** What one opportunity can carry, in bytes. */
  public static final int OPPORTUNITY_BYTES = 1500;

  private final String name;
  private final int[] times;

  /**
   * A trace.
   *
   * @param name for people
   * @param millis not falling, not negative, the last one positive: its end is the trace's length
   */
  public Trace(String name, int[] millis) {
    this.name = name;
    this.times = millis.clone();
    if (times.length == 0 || times[times.length - 1] <= 0) {
      throw new InvalidProfileException(
          "found trace '%s' %s, expected at least one delivery time after 0 ms"
              .formatted(name, times.length == 0 ? "empty" : "ending at 0 ms"));
    }
    for (int i = 0; i < times.length; i++) {
      if (times[i] < (i == 0 ? 0 : times[i - 1])) {
        throw new InvalidProfileException(
            "found %d ms in line %d of trace '%s', expected times that do not fall"
                .formatted(times[i], i + 1, name));
      }
    }
  }

  /** The name, for people. */
  public String name() {
    return name;
  }

  /** How many opportunities there are. */
  public int size() {
    return times.length;
  }

  /** The time of an opportunity in milliseconds, counted from 0. */
  public int millis(int index) {
    return times[index];
  }

  /** The length in milliseconds: the time of the last opportunity. */
  public int lengthMillis() {
    return times[times.length - 1];
  }

  /** The mean capacity in bit/s. */
  public double meanBitsPerSecond() {
    return 8.0 * OPPORTUNITY_BYTES * times.length / (lengthMillis() / 1000.0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trace trace
        && trace.name.equals(name)
        && Arrays.equals(trace.times, times);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(times);
  }

  @Override
  public String toString() {
    return "trace %s, %d ms".formatted(name, lengthMillis());
  }
}
