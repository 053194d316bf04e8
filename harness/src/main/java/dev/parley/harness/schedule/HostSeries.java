package dev.parley.harness.schedule;

import dev.parley.reports.log.EventLog;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The machine's health while the current attempt runs, also written to the log; thread-safe. */
public final class HostSeries implements Consumer<RunEvent.HostHealth> {

  private record Point(double runMs, RunEvent.HostHealth health) {}

  private final EventLog log;
  private final RunClock clock;
  private final List<Point> points = new ArrayList<>();
  private @Nullable AttemptKey current;

  /** A series that writes to this log. */
  public HostSeries(EventLog log, RunClock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** From now on the health belongs to this attempt. */
  synchronized void begin(AttemptKey key) {
    current = key;
    points.clear();
  }

  /** From now on the health belongs to no attempt; that of another one goes on. */
  synchronized void end(AttemptKey key) {
    if (key.equals(current)) {
      current = null;
    }
  }

  @Override
  public synchronized void accept(RunEvent.HostHealth health) {
    points.add(new Point(clock.nowMs(), health));
    log.append(current, health);
  }

  /** The health between two moments of the current attempt, in milliseconds of the run. */
  synchronized List<RunEvent.HostHealth> between(double fromMs, double toMs) {
    return points.stream()
        .filter(point -> point.runMs >= fromMs && point.runMs <= toMs)
        .map(Point::health)
        .toList();
  }
}
