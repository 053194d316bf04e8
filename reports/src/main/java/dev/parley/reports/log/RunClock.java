package dev.parley.reports.log;

import java.time.Instant;

/**
 * A run's time axis: milliseconds since its start, on the JVM's monotonic clock.
 *
 * @param originNanos {@link System#nanoTime()} at the run's start
 * @param originWall the wall time of the same moment
 */
public record RunClock(long originNanos, Instant originWall) {

  /** A clock whose origin is now. */
  public static RunClock start() {
    return new RunClock(System.nanoTime(), Instant.now());
  }

  /** Milliseconds since the run's start. */
  public double nowMs() {
    return toRunMs(System.nanoTime());
  }

  /** The run's milliseconds of a moment given as {@link System#nanoTime()}. */
  public double toRunMs(long nanos) {
    return (nanos - originNanos) / 1e6;
  }

  /** Nanoseconds since the run's start of a moment told by {@link System#nanoTime()}. */
  public long sinceStartNanos(long nanos) {
    return nanos - originNanos;
  }
}
