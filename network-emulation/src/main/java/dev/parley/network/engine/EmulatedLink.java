package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two directions and what changes them, driven in the order of time. */
final class EmulatedLink<P> implements AccessLink<P> {
  private final Schedule schedule;
  private final LinkEngine<P> up;
  private final LinkEngine<P> down;
  private final Agenda agenda = new Agenda();
  private final Map<Direction, Steering> steering = new EnumMap<>(Direction.class);
  private @Nullable Sinks<P> sinks;
  private boolean started;
  private long clockNanos = Long.MIN_VALUE;

  EmulatedLink(NetworkProfile profile, long seed, String name) {
    this.schedule = profile.schedule();
    this.up = new LinkEngine<>(profile.uplink(), seed, name, Direction.UP);
    this.down = new LinkEngine<>(profile.downlink(), seed, name, Direction.DOWN);
    for (Direction direction : Direction.values()) {
      steering.put(direction, new Steering(agenda, new Wheel(direction)));
    }
  }

  @Override
  public void startSchedule(long nowNanos) {
    agenda.add(tick(nowNanos), this::start);
  }

  private void start(long atNanos) {
    if (started) {
      throw new IllegalStateException("found the schedule started twice, expected once");
    }
    started = true;
    up.start(atNanos);
    down.start(atNanos);
    for (Schedule.Change change : schedule.changes()) {
      if (change.when() instanceof Schedule.When.At when) {
        long begin = atNanos + when.time().toNanos();
        agenda.add(begin, nanos -> begin(change, nanos, BY_SCHEDULE));
      }
    }
  }

  @Override
  public void event(long nowNanos, String word) {
    for (Schedule.Change change : schedule.changes()) {
      if (change.when() instanceof Schedule.When.On when && when.event().equals(word)) {
        agenda.add(tick(nowNanos), nanos -> begin(change, nanos, word));
      }
    }
  }

  @Override
  public void change(long nowNanos, Direction direction, LinkChange change) {
    agenda.add(
        tick(nowNanos), nanos -> steer(direction).begin(change, Duration.ZERO, nanos, BY_HAND));
  }

  private void begin(Schedule.Change change, long atNanos, String why) {
    for (Direction direction : Direction.values()) {
      steer(direction).begin(change.of(direction), change.ramp(), atNanos, why);
    }
  }

  private Steering steer(Direction direction) {
    Steering found = steering.get(direction);
    if (found == null) {
      throw new IllegalStateException("found no steering of " + direction);
    }
    return found;
  }

  @Override
  public LinkProfile state(Direction direction) {
    return engine(direction).profile();
  }

  @Override
  public double bitsPerSecond(long nowNanos, Direction direction) {
    return engine(direction).pace().lastSecond(nowNanos);
  }

  @Override
  public int held(Direction direction) {
    return engine(direction).held();
  }

  @Override
  public void enqueue(long nowNanos, Direction direction, P packet, int bytes) {
    engine(direction).enqueue(packet, bytes, tick(nowNanos));
  }

  private long tick(long nowNanos) {
    clockNanos = Math.max(clockNanos, nowNanos);
    return clockNanos;
  }

  @Override
  public long nextEventNanos() {
    return Math.min(agenda.next(), Math.min(up.next(), down.next()));
  }

  @Override
  public void poll(long nowNanos, Sinks<P> to) {
    sinks = to;
    up.deliverTo(to.of(Direction.UP));
    down.deliverTo(to.of(Direction.DOWN));
    for (long at = agenda.next(); at <= nowNanos; at = agenda.next()) {
      driveBefore(at);
      agenda.step();
    }
    drive(nowNanos);
    tick(nowNanos);
  }

  /** All that comes before a change at this moment. */
  private void driveBefore(long nanos) {
    while (up.isDueBefore(nanos) || down.isDueBefore(nanos)) {
      boolean upFirst = up.isDueBefore(nanos) && up.next() <= down.next();
      (upFirst || !down.isDueBefore(nanos) ? up : down).step();
    }
  }

  private void drive(long untilNanos) {
    while (Math.min(up.next(), down.next()) <= untilNanos) {
      (up.next() <= down.next() ? up : down).step();
    }
  }

  private LinkEngine<P> engine(Direction direction) {
    return direction == Direction.UP ? up : down;
  }

  /** Turns one direction, and tells of it. */
  private final class Wheel implements Steering.Wheel {
    private final Direction direction;

    Wheel(Direction direction) {
      this.direction = direction;
    }

    @Override
    public LinkProfile profile() {
      return engine(direction).profile();
    }

    @Override
    public void become(LinkProfile next, long atNanos, String why) {
      engine(direction).become(next, atNanos, started);
      if (sinks != null) {
        sinks.changed(atNanos, direction, next, why);
      }
    }
  }
}
