package dev.parley.network.bench;

import dev.parley.network.bench.VirtualBenchResult.Line;
import dev.parley.network.bench.VirtualBenchResult.Throughput;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Queue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the engine in virtual time: how exact, and how fast it computes. */
public final class VirtualBench {
  private static final int BYTES = 1200;
  private static final Queue UNBOUNDED = new Queue.DropTail(new Queue.Limit.Packets(1_000_000));

  private final long seed;
  private final int packets;

  /** With this seed, over a million packets. */
  public VirtualBench(long seed) {
    this(seed, 1_000_000);
  }

  /** With this seed, over so many packets; at least 10000. */
  public VirtualBench(long seed, int packets) {
    if (packets < 10_000) {
      throw new IllegalArgumentException(
          "found %d packets, expected 10000 or more".formatted(packets));
    }
    this.seed = seed;
    this.packets = packets;
  }

  /** Measures; takes a few seconds. */
  public VirtualBenchResult measure() {
    List<Line> lines = new ArrayList<>();
    lines.add(departures());
    for (double rate : new double[] {0.01, 0.05, 0.2}) {
      lines.add(independentLoss(rate));
    }
    lines.addAll(bursts(0.05, 4));
    lines.add(rate(1_000_000));
    lines.add(rate(400_000));
    return new VirtualBenchResult(
        seed,
        lines,
        new Throughput(
            ThroughputBench.engine(seed, packets), ThroughputBench.plainQueue(seed, packets)));
  }

  /** Worst departure time of a backlog at a rate that does not divide a second. */
  private Line departures() {
    long rate = 7_000_001;
    int backlog = Math.min(packets, 100_000);
    OneWay way =
        new OneWay(
            LinkProfile.IDEAL
                .withCapacity(Capacity.constant(rate))
                .withDelay(Duration.ofMillis(50))
                .withQueue(UNBOUNDED)
                .withOverheadBytes(0),
            seed);
    for (int i = 0; i < backlog; i++) {
      way.send(0, BYTES);
    }
    way.finish();
    long worst = way.delivered() == backlog ? 0 : Long.MAX_VALUE;
    for (int i = 0; i < way.delivered(); i++) {
      long due = 50_000_000L + serialisation((i + 1L) * BYTES, rate);
      worst = Math.max(worst, Math.abs(way.due(i) - due));
    }
    return new Line("worst departure time of %d packets".formatted(backlog), "ns", 0, worst, 0);
  }

  private static long serialisation(long bytes, long rate) {
    BigInteger nanos = BigInteger.valueOf(bytes).multiply(BigInteger.valueOf(8_000_000_000L));
    BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(rate));
    return parts[0].longValueExact() + parts[1].signum();
  }

  /** Within three standard deviations of the binomial distribution. */
  private Line independentLoss(double rate) {
    OneWay way = sent(LinkProfile.IDEAL.withLoss(new Loss.Independent(rate)), 1_000);
    return new Line(
        "independent loss of %.0f %%, 3 sigma".formatted(rate * 100),
        "%",
        rate * 100,
        100.0 * (packets - way.delivered()) / packets,
        300 * Math.sqrt(rate * (1 - rate) / packets));
  }

  private List<Line> bursts(double rate, double burst) {
    OneWay way = sent(LinkProfile.IDEAL.withLoss(Loss.GilbertElliott.ofBursts(rate, burst)), 1_000);
    Bursts seen = way.bursts(packets);
    return List.of(
        new Line("Gilbert-Elliott mean loss", "%", rate * 100, seen.rate() * 100, 2 * rate),
        new Line("Gilbert-Elliott mean burst", "packets", burst, seen.mean(), 0.02 * burst));
  }

  /** Of a sender that offers twice as much as the link carries. */
  private Line rate(long bitsPerSecond) {
    long gap = BYTES * 8L * 1_000_000_000L / (2 * bitsPerSecond);
    OneWay way =
        sent(
            LinkProfile.IDEAL.withCapacity(Capacity.constant(bitsPerSecond)).withOverheadBytes(0),
            gap);
    double seconds = (way.due(way.delivered() - 1) - way.due(0)) / 1e9;
    double measured = (way.delivered() - 1) * BYTES * 8.0 / seconds;
    return new Line(
        "rate of an overloaded link",
        "kbit/s",
        bitsPerSecond / 1000.0,
        measured / 1000,
        0.005 * bitsPerSecond / 1000);
  }

  private OneWay sent(LinkProfile link, long gapNanos) {
    OneWay way = new OneWay(link, seed);
    for (int i = 0; i < packets; i++) {
      way.send(i * gapNanos, BYTES);
    }
    way.finish();
    return way;
  }
}
