package dev.parley.network.model;

import java.time.Duration;
import java.util.List;

/**
 * Changes of a link over time, counted from the moment at which the schedule is started.
 *
 * @param changes in the order in which they were written
 */
public record Schedule(List<Change> changes) {
  /** No change. */
  public static final Schedule NONE = new Schedule(List.of());

  public Schedule {
    changes = List.copyOf(changes);
  }

  /** When a change takes place. */
  public sealed interface When {
    /** This long after the schedule's start. */
    record At(Duration time) implements When {
      public At {
        Bounds.within("time of a change", time, Duration.ZERO, Duration.ofHours(24));
      }
    }

    /** When somebody says this word, as in {@code recovered}; never, if nobody does. */
    record On(String event) implements When {}
  }

  /**
   * One change.
   *
   * @param when it begins
   * @param uplink what of the uplink changes
   * @param downlink what of the downlink changes
   * @param ramp how long constant capacity, delay and independent loss take to get there in a
   *     straight line, in steps of at most 100 ms; zero for a step; other fields change at once
   */
  public record Change(When when, LinkChange uplink, LinkChange downlink, Duration ramp) {
    public Change {
      Bounds.within("ramp", ramp, Duration.ZERO, Duration.ofHours(24));
    }

    /** A step of both directions alike, at this time. */
    public static Change both(Duration at, LinkChange change) {
      return new Change(new When.At(at), change, change, Duration.ZERO);
    }

    /** What of one direction changes. */
    public LinkChange of(Direction direction) {
      return direction == Direction.UP ? uplink : downlink;
    }
  }

  /** When the last timed change has ended; zero without one. */
  public Duration length() {
    return changes.stream()
        .filter(change -> change.when() instanceof When.At)
        .map(change -> ((When.At) change.when()).time().plus(change.ramp()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
