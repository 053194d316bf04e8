package dev.parley.network.check;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The capacity of a network over its own time, as the engine has it; events are never said. */
public final class CapacityCurve {
  private static final Duration LEAST = Duration.ofSeconds(10);

  private CapacityCurve() {}

  /**
   * The capacity at the end of each of so many equal parts of a time.
   *
   * @return bit/s, of a trace and of steps the mean over the last second; 0 during an outage,
   *     infinite without a limit
   */
  public static List<Double> of(
      NetworkProfile profile, Direction direction, Duration length, int parts) {
    AccessLink<Boolean> link = Links.create(profile, 1, profile.name());
    link.startSchedule(0);
    List<Double> curve = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      long nanos = Math.round((part + 1.0) * length.toNanos() / parts) - 1;
      link.poll(nanos, NOBODY);
      curve.add(link.state(direction).outage() ? 0.0 : link.bitsPerSecond(nanos, direction));
    }
    return curve;
  }

  /** How long it takes until nothing new happens: 10 s or more. */
  public static Duration length(NetworkProfile profile) {
    Duration length = longer(LEAST, profile.schedule().length().multipliedBy(5).dividedBy(4));
    for (Direction direction : Direction.values()) {
      length = longer(length, length(profile.link(direction).capacity()));
    }
    return length;
  }

  private static Duration length(Capacity capacity) {
    if (capacity instanceof Capacity.Traced traced) {
      return Duration.ofMillis(traced.trace().lengthMillis());
    }
    if (capacity instanceof Capacity.Steps steps) {
      Duration last = steps.steps().get(steps.steps().size() - 1).at();
      return steps.period().isZero() ? last.multipliedBy(5).dividedBy(4) : steps.period();
    }
    return Duration.ZERO;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Where no packets go. */
  private static final AccessLink.Sinks<Boolean> NOBODY =
      new AccessLink.Sinks<>() {
        @Override
        public PacketSink<Boolean> of(Direction direction) {
          return NOTHING;
        }

        @Override
        public void changed(long atNanos, Direction direction, LinkProfile now, String why) {}
      };

  private static final PacketSink<Boolean> NOTHING =
      new PacketSink<>() {
        @Override
        public void delivered(Passage<Boolean> passage, long dueNanos) {}

        @Override
        public void dropped(Passage<Boolean> passage, long atNanos, DropCause cause) {}
      };
}
