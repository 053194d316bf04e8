package dev.parley.network.check;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When packets of one size are sent over a direction: at 70 % of its capacity for half of the time,
 * so that delay, jitter and loss show by themselves, then at 130 % of it, so that the bottleneck is
 * filled. Without a limit, 1000 packets a second.
 *
 * @param bytes UDP payload of each
 * @param atNanos since the start, rising
 * @param calm how many of them are sent before the bottleneck is filled
 */
record ProbePlan(int bytes, List<Long> atNanos, int calm) {
  /**
   * The most packets a second in one direction: what a small machine sends and receives as well.
   */
  static final double MOST_PER_SECOND = 6000;

  private static final double LEAST_PER_SECOND = 5;
  private static final double UNLIMITED_PER_SECOND = 1000;
  private static final double CALM_SHARE = 0.5;
  private static final double CALM_LOAD = 0.7;
  private static final double FULL_LOAD = 1.3;
  private static final int MOST_BYTES = 1200;
  private static final int LEAST_BYTES = 100;
  private static final long PART_NANOS = 100_000_000L;

  ProbePlan {
    atNanos = List.copyOf(atNanos);
  }

  static ProbePlan of(NetworkProfile profile, Direction direction, Duration duration) {
    LinkProfile link = profile.link(direction);
    int parts = (int) Math.max(1, duration.toNanos() / PART_NANOS);
    List<Double> curve = CapacityCurve.of(profile, direction, duration, parts);
    int bytes = bytes(link, curve.get(0));
    double bits = 8.0 * (bytes + link.overheadBytes());
    double fill = FULL_LOAD / Math.max(0.1, 1 - link.loss().meanRate());
    List<Long> times = new ArrayList<>();
    int calm = 0;
    double now = 0;
    while (now < duration.toNanos()) {
      times.add((long) now);
      boolean calmly = now < CALM_SHARE * duration.toNanos();
      calm += calmly ? 1 : 0;
      double capacity = curve.get((int) Math.min(parts - 1, now / PART_NANOS));
      now += 1e9 / perSecond(capacity / bits, calmly ? CALM_LOAD : fill);
    }
    return new ProbePlan(bytes, times, calm);
  }

  private static double perSecond(double capacity, double load) {
    return Double.isInfinite(capacity)
        ? UNLIMITED_PER_SECOND
        : Math.max(LEAST_PER_SECOND, Math.min(MOST_PER_SECOND, load * capacity));
  }

  /** Small enough for a hundred a second on a slow link, and for the MTU. */
  private static int bytes(LinkProfile link, double capacity) {
    boolean limited = !(link.capacity() instanceof Capacity.Unlimited);
    int fitting = limited ? (int) Math.min(MOST_BYTES, capacity / 800) : MOST_BYTES;
    return Math.min(
        link.mtu() - Math.min(link.overheadBytes(), link.mtu() - Probe.LEAST_BYTES),
        Math.max(LEAST_BYTES, fitting - link.overheadBytes()));
  }
}
