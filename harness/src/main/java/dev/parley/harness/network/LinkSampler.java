package dev.parley.harness.network;

import dev.parley.harness.network.NetworkEvents.Interval;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.relay.RelayCall;
import dev.parley.network.relay.RelayTruth;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes down, interval by interval, what a call's links did; thread-safe. */
final class LinkSampler {
  private final RelayCall relay;
  private final RunClock clock;
  private final Consumer<RunEvent> log;
  private final List<RunEvent.NetworkSample> samples = new ArrayList<>();
  private RelayTruth last;

  /** A sampler whose first interval begins now. */
  LinkSampler(RelayCall relay, RunClock clock, Consumer<RunEvent> log) {
    this.relay = relay;
    this.clock = clock;
    this.log = log;
    this.last = relay.truth();
  }

  /** Ends an interval, and begins the next. */
  synchronized void sample() {
    RelayTruth now = relay.truth();
    Interval interval = new Interval(clock.toRunMs(last.nanos()), clock.toRunMs(now.nanos()));
    new TreeMap<>(now.participants()).forEach((name, truth) -> sample(name, truth, interval));
    last = now;
  }

  private void sample(String name, RelayTruth.OfParticipant now, Interval interval) {
    RelayTruth.OfParticipant before = last.participants().get(name);
    if (before == null) {
      return;
    }
    for (Direction direction : Direction.values()) {
      LinkTruth earlier = direction == Direction.UP ? before.up() : before.down();
      LinkTruth later = direction == Direction.UP ? now.up() : now.down();
      double capacity = relay.bitsPerSecond(name, direction);
      RunEvent.NetworkSample sample =
          NetworkEvents.sample(name, direction, interval, capacity, earlier, later);
      samples.add(sample);
      log.accept(sample);
    }
  }

  /** What was sampled of the intervals that lie between two moments of the run's clock. */
  synchronized List<RunEvent.NetworkSample> between(double fromMs, double toMs) {
    return samples.stream().filter(s -> s.fromMs() >= fromMs && s.toMs() <= toMs).toList();
  }

  /** The state of the counters when the last interval ended. */
  synchronized Map<String, RelayTruth.OfParticipant> lastTruth() {
    return last.participants();
  }
}
