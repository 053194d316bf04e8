package dev.parley.network.model;

import java.time.Duration;
import java.util.List;

/** How fast a bottleneck serves, over time. */
public sealed interface Capacity {
  /** No bottleneck at all: packets are served in no time. */
  Capacity UNLIMITED = new Unlimited();

  /** The least rate in bit/s that a bottleneck may have; an outage is said as an outage. */
  long LEAST = 1_000;

  /** The greatest rate in bit/s. */
  long MOST = 100_000_000_000L;

  /** A rate that does not change, in bit/s. */
  static Capacity constant(long bitsPerSecond) {
    return new Constant(bitsPerSecond);
  }

  /** No bottleneck. */
  record Unlimited() implements Capacity {}

  /**
   * One rate.
   *
   * @param bitsPerSecond 1 kbit/s to 100 Gbit/s
   */
  record Constant(long bitsPerSecond) implements Capacity {
    public Constant {
      Bounds.within("capacity", bitsPerSecond, LEAST, MOST);
    }
  }

  /**
   * Rates that follow one another.
   *
   * @param steps the first at 0, each later than the one before
   * @param period after which they begin again; zero where the last one holds for good
   */
  record Steps(List<Step> steps, Duration period) implements Capacity {
    public Steps {
      steps = List.copyOf(steps);
      Ordered.fromZero("capacity step", steps.stream().map(Step::at).toList());
      if (!period.isZero() && period.compareTo(steps.get(steps.size() - 1).at()) <= 0) {
        throw new InvalidProfileException(
            "found period %s, expected zero or more than the last step's time %s"
                .formatted(period, steps.get(steps.size() - 1).at()));
      }
    }
  }

  /**
   * A rate from a time on.
   *
   * @param at since the schedule's start; since it took effect, where a change brought it later
   * @param bitsPerSecond 1 kbit/s to 100 Gbit/s
   */
  record Step(Duration at, long bitsPerSecond) {
    public Step {
      Bounds.within("capacity", bitsPerSecond, LEAST, MOST);
    }
  }

  /**
   * Delivery opportunities in Mahimahi's format: at each of these times one packet of 1500 bytes,
   * or several smaller ones that fit, may leave.
   *
   * @param trace the opportunities
   * @param loop whether they begin again after the last; otherwise nothing leaves any more
   */
  record Traced(Trace trace, boolean loop) implements Capacity {}
}
