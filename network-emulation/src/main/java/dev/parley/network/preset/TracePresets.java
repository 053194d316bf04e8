package dev.parley.network.preset;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Schedule;
import dev.parley.network.trace.BundledTrace;
import java.time.Duration;
import java.util.List;

/**
 * Networks whose capacity follows a bundled trace, again and again. Their queues are bounded by
 * packets, as buffers of radio links are: in time they are as deep as the capacity is low.
 */
final class TracePresets {
  private static final String SOURCE = "made by Parley";
  private static final Queue QUEUE = new Queue.DropTail(new Queue.Limit.Packets(150));

  private TracePresets() {}

  static List<Preset> all() {
    return BundledTrace.all().stream().map(TracePresets::preset).toList();
  }

  private static Preset preset(BundledTrace trace) {
    return new Preset(
        new NetworkProfile(
            trace.networkName(),
            "%s (%s)".formatted(trace.description(), SOURCE),
            link(trace, Direction.UP),
            link(trace, Direction.DOWN),
            Schedule.NONE),
        SOURCE);
  }

  private static LinkProfile link(BundledTrace trace, Direction direction) {
    return LinkProfile.IDEAL
        .withCapacity(new Capacity.Traced(trace.load(direction), true))
        .withDelay(Duration.ofMillis(trace.delayMillis()))
        .withQueue(QUEUE);
  }
}
