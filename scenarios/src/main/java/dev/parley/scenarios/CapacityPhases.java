package dev.parley.scenarios;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule.Change;
import dev.parley.network.model.Schedule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a link had which capacity, by its profile's schedule. */
final class CapacityPhases {
  private CapacityPhases() {}

  /**
   * A time of one capacity.
   *
   * @param name for people, as in {@code phase 2}
   * @param fromMs on the run's clock
   * @param toMs on the run's clock; infinite for the last
   * @param capacity in bit/s
   * @param before the capacity before, in bit/s; null where it does not change at {@code fromMs}
   */
  record Phase(String name, double fromMs, double toMs, double capacity, @Nullable Double before) {

    /** What of it lies between two moments; empty where nothing does. */
    Optional<Phase> within(double from, double to) {
      double begin = Math.max(fromMs, from);
      double end = Math.min(toMs, to);
      boolean seesChange = begin == fromMs;
      return begin < end
          ? Optional.of(new Phase(name, begin, end, capacity, seesChange ? before : null))
          : Optional.empty();
    }
  }

  /** Every constant capacity that a direction has; empty where it has no bottleneck. */
  static List<Double> capacities(NetworkProfile profile, Direction direction) {
    return of(profile, direction, 0).stream().map(Phase::capacity).toList();
  }

  /** The phases of a direction, its schedule having started at this moment of the run's clock. */
  static List<Phase> of(NetworkProfile profile, Direction direction, double startedMs) {
    List<Phase> phases = new ArrayList<>();
    Capacity capacity = profile.link(direction).capacity();
    double from = startedMs;
    Double before = null;
    for (Change change : profile.schedule().changes()) {
      Capacity next = change.of(direction).capacity();
      if (next != null && change.when() instanceof When.At at) {
        double to = startedMs + at.time().toNanos() / 1e6;
        add(phases, from, to, capacity, before);
        before = rate(capacity);
        capacity = next;
        from = to;
      }
    }
    add(phases, from, Double.POSITIVE_INFINITY, capacity, before);
    return phases;
  }

  private static void add(
      List<Phase> phases, double from, double to, Capacity capacity, @Nullable Double before) {
    Double rate = rate(capacity);
    if (rate != null && to > from) {
      phases.add(new Phase("phase " + (phases.size() + 1), from, to, rate, before));
    }
  }

  private static @Nullable Double rate(Capacity capacity) {
    return capacity instanceof Capacity.Constant constant
        ? (double) constant.bitsPerSecond()
        : null;
  }
}
