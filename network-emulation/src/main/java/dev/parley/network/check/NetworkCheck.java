package dev.parley.network.check;

import dev.parley.network.model.Direction;
import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Units;
import dev.parley.network.realtime.LoopbackLink;
import dev.parley.network.realtime.PreciseTimer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sends probes through the emulator in real time, on loopback, and compares what comes out with
 * what the engine predicts in virtual time for the very same arrivals.
 */
public final class NetworkCheck {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final long LONGEST_WAY_NANOS = 15_000_000_000L;
  private static final long PATIENCE_NANOS = 300_000_000L;

  private final NetworkProfile profile;
  private final Duration duration;
  private final long seed;
  private final Map<Direction, ProbePlan> plans = new EnumMap<>(Direction.class);
  private final Map<Direction, Arrivals> arrivals = new EnumMap<>(Direction.class);
  private final Map<Direction, Fates> received = new EnumMap<>(Direction.class);

  /**
   * A check.
   *
   * @param duration how long probes are sent, 1 s to 5 min
   * @throws InvalidProfileException if it is another
   */
  public NetworkCheck(NetworkProfile profile, Duration duration, long seed) {
    if (duration.compareTo(LEAST) < 0 || duration.compareTo(MOST) > 0) {
      throw new InvalidProfileException(
          "found duration %s, expected %s to %s"
              .formatted(Units.time(duration), Units.time(LEAST), Units.time(MOST)));
    }
    this.profile = profile;
    this.duration = duration;
    this.seed = seed;
    for (Direction direction : Direction.values()) {
      ProbePlan plan = ProbePlan.of(profile, direction, duration);
      plans.put(direction, plan);
      arrivals.put(direction, new Arrivals(plan.atNanos().size()));
      received.put(direction, new Fates(plan.atNanos().size()));
    }
  }

  /** Carries it out, once; takes the duration and a little more. */
  public CheckResult run() throws IOException {
    try (LoopbackLink link =
            LoopbackLink.open(
                profile,
                seed,
                (direction, truth) -> of(arrivals, direction).hear(truth),
                PreciseTimer.create());
        ProbeReceiver receiver = new ProbeReceiver();
        ProbeSender sender = new ProbeSender(PreciseTimer.create())) {
      for (Direction direction : Direction.values()) {
        InetSocketAddress exit = receiver.open(of(received, direction));
        link.exit(direction, exit);
        sender.add(direction, of(plans, direction), link.entrance(direction));
      }
      receiver.start();
      long start = link.startSchedule();
      sender.send(start);
      long end = drained();
      return result(link, start, end);
    }
  }

  /** Waits until every packet has a fate; a link may hold some for good, so not for ever. */
  private long drained() {
    long begin = System.nanoTime();
    try (PreciseTimer timer = PreciseTimer.create()) {
      long now = begin;
      while (left() > 0 && now - begin < LONGEST_WAY_NANOS) {
        timer.await(now + PATIENCE_NANOS / 10);
        now = System.nanoTime();
      }
      long end = System.nanoTime();
      timer.await(end + PATIENCE_NANOS);
      return end;
    }
  }

  private int left() {
    return arrivals.values().stream().mapToInt(one -> one.size() - one.known()).sum();
  }

  private CheckResult result(LoopbackLink link, long start, long end) {
    List<CheckResult.Way> ways = new ArrayList<>();
    List<String> busy = new ArrayList<>();
    for (Direction direction : List.of(Direction.DOWN, Direction.UP)) {
      WayJudge judge = new WayJudge(observed(link, direction, start, end), profile);
      ways.add(judge.result());
      busy.addAll(judge.busy());
    }
    return new CheckResult(profile.name(), seed, duration.toMillis() / 1000.0, ways, busy);
  }

  private WayObserved observed(LoopbackLink link, Direction direction, long start, long end) {
    ProbePlan plan = of(plans, direction);
    Arrivals came = of(arrivals, direction);
    Fates predicted = Prediction.of(profile, seed, direction, came, plan, start, end);
    return new WayObserved(
        direction, plan, came, predicted, of(received, direction), link.truth(direction));
  }

  private static <T> T of(Map<Direction, T> ways, Direction direction) {
    T found = ways.get(direction);
    if (found == null) {
      throw new IllegalStateException("found no direction " + direction);
    }
    return found;
  }
}
