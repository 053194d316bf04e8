package dev.parley.network.bench;

import dev.parley.network.bench.VirtualBenchResult.Line;
import dev.parley.network.bench.VirtualBenchResult.Throughput;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.Capacity.Step;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the engine in virtual time: how exact, how steady, and how fast it computes. */
public final class VirtualBench {
  private static final int LEAST_PACKETS = 10_000;
  private static final int BYTES = 1200;
  private static final long HOUR_NANOS = 3_600_000_000_000L;
  private static final Duration DELAY = Duration.ofMillis(50);
  private static final OneWay.Arrivals UNHEARD = (number, due) -> {};
  private static final LinkProfile LINK =
      LinkProfile.IDEAL
          .withOverheadBytes(0)
          .withQueue(new Queue.DropTail(new Queue.Limit.Packets(1_000_000)));

  private final long seed;
  private final int packets;

  /** With this seed, over a million packets. */
  public VirtualBench(long seed) {
    this(seed, 1_000_000);
  }

  /** With this seed, over so many packets; at least 10000. */
  public VirtualBench(long seed, int packets) {
    if (packets < LEAST_PACKETS) {
      throw new IllegalArgumentException(
          "found %d packets, expected %d or more".formatted(packets, LEAST_PACKETS));
    }
    this.seed = seed;
    this.packets = packets;
  }

  /** Measures; a million packets take some ten seconds. */
  public VirtualBenchResult measure() {
    List<Line> lines = new ArrayList<>();
    lines.add(departures("constant", List.of(new Step(Duration.ZERO, 7_000_001))));
    lines.add(
        departures(
            "stepped",
            List.of(
                new Step(Duration.ZERO, 1_000_000),
                new Step(Duration.ofMillis(4_001), 2_500_000),
                new Step(Duration.ofMillis(6_003), 600_000),
                new Step(Duration.ofMillis(8_007), 1_000_000))));
    for (double rate : new double[] {0.01, 0.05, 0.2}) {
      lines.add(independentLoss(rate));
    }
    lines.addAll(bursts(0.05, 4));
    lines.add(rate(1_000_000));
    lines.add(rate(30_000_000));
    lines.addAll(hour());
    return new VirtualBenchResult(
        seed,
        lines,
        new Throughput(
            ThroughputBench.engine(seed, packets), ThroughputBench.plainQueue(seed, packets)));
  }

  private Line departures(String capacity, List<Step> steps) {
    int backlog = LEAST_PACKETS;
    LinkProfile link = LINK.withCapacity(new Capacity.Steps(steps, Duration.ZERO)).withDelay(DELAY);
    Departures departures = new Departures(steps, BYTES, DELAY.toNanos());
    long came = new OneWay(link, seed, departures).carry(backlog, 0, BYTES).delivered();
    return new Line(
        "largest error of a departure time, %s capacity".formatted(capacity),
        "ns",
        0,
        came == backlog ? departures.worstNanos() : Double.NaN,
        0);
  }

  /** Within three standard deviations of the binomial distribution. */
  private Line independentLoss(double rate) {
    LinkProfile link = LINK.withLoss(new Loss.Independent(rate));
    long came = new OneWay(link, seed, UNHEARD).carry(packets, 1_000, BYTES).delivered();
    return new Line(
        String.format(Locale.ROOT, "independent loss of %.0f %%, 3 sigma", rate * 100),
        "%",
        rate * 100,
        100.0 * (packets - came) / packets,
        300 * Math.sqrt(rate * (1 - rate) / packets));
  }

  /** Over four times the packets: bursts spread the mean rate 2.5 times as far. */
  private List<Line> bursts(double rate, double burst) {
    long sent = 4L * packets;
    Bursts seen = new Bursts();
    new OneWay(LINK.withLoss(Loss.GilbertElliott.ofBursts(rate, burst)), seed, seen)
        .carry(sent, 1_000, BYTES);
    return List.of(
        new Line("Gilbert-Elliott mean loss", "%", rate * 100, seen.rate(sent) * 100, 2 * rate),
        new Line("Gilbert-Elliott mean burst", "packets", burst, seen.mean(sent), 0.02 * burst));
  }

  /** Of a sender that offers twice as much as the link carries. */
  private Line rate(long bitsPerSecond) {
    long gapNanos = BYTES * 8L * 1_000_000_000L / (2 * bitsPerSecond);
    long[] dues = new long[2];
    OneWay.Arrivals firstAndLast =
        (number, due) -> {
          dues[0] = number == 0 ? due : dues[0];
          dues[1] = due;
        };
    LinkProfile link = LINK.withCapacity(Capacity.constant(bitsPerSecond)).withQueue(Queue.DEFAULT);
    long came =
        new OneWay(link, seed, firstAndLast).carry(LEAST_PACKETS, gapNanos, BYTES).delivered();
    double measured = (came - 1) * BYTES * 8.0 / ((dues[1] - dues[0]) / 1e9);
    return new Line(
        "rate of an overloaded link",
        "kbit/s",
        bitsPerSecond / 1000.0,
        measured / 1000,
        0.005 * bitsPerSecond / 1000);
  }

  /** An hour of a packet every 2.5 ms: what is held at once must not grow. */
  private List<Line> hour() {
    long gapNanos = 2_500_000;
    long count = HOUR_NANOS / gapNanos;
    OneWay way =
        new OneWay(
            LINK.withDelay(DELAY).withJitter(Jitter.TruncatedNormal.of(Duration.ofMillis(5))),
            seed,
            UNHEARD);
    int first = 0;
    int last = 0;
    for (long i = 0; i < count; i++) {
      way.send(i * gapNanos, BYTES);
      first = i < count / 6 ? Math.max(first, way.held()) : first;
      last = i >= count * 5 / 6 ? Math.max(last, way.held()) : last;
    }
    way.runTo(2 * HOUR_NANOS);
    return List.of(
        new Line(
            "most packets held in the last ten minutes of an hour, as in the first",
            "packets",
            first,
            last,
            Math.max(2, 0.1 * first)),
        new Line("packets held after that hour", "packets", 0, way.held(), 0));
  }
}
