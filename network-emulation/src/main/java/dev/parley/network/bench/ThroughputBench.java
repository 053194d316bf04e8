package dev.parley.network.bench;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** How many packets a second of computing carries, beside a bare queue. */
final class ThroughputBench {
  private static final int BYTES = 1200;
  private static final long GAP_NANOS = 100_000;
  private static final long DELAY_NANOS = 50_000_000;

  private ThroughputBench() {}

  static double engine(long seed, int packets) {
    LinkProfile link =
        LinkProfile.IDEAL
            .withCapacity(Capacity.constant(110_000_000))
            .withDelay(Duration.ofNanos(DELAY_NANOS))
            .withJitter(Jitter.TruncatedNormal.of(Duration.ofMillis(5)))
            .withLoss(new Loss.Independent(0.01));
    return perSecond(
        packets,
        () ->
            new OneWay(link, seed, (number, due) -> {})
                .carry(packets, GAP_NANOS, BYTES)
                .delivered());
  }

  static double plainQueue(long seed, int packets) {
    return perSecond(
        packets,
        () -> {
          SplittableRandom random = new SplittableRandom(seed);
          PriorityQueue<Long> queue = new PriorityQueue<>();
          long delivered = 0;
          for (int i = 0; i < packets; i++) {
            long now = i * GAP_NANOS;
            while (!queue.isEmpty() && queue.peek() <= now) {
              queue.remove();
              delivered++;
            }
            queue.add(now + DELAY_NANOS + random.nextLong(5_000_000));
          }
          return delivered + queue.size();
        });
  }

  /** Something that carries packets, and says how many came out. */
  private interface Carrier {
    long carry();
  }

  /** The second of two runs, when the code is compiled. */
  private static double perSecond(int packets, Carrier carrier) {
    long warmUp = carrier.carry();
    long begin = System.nanoTime();
    long delivered = carrier.carry();
    long nanos = Math.max(1, System.nanoTime() - begin);
    if (delivered == 0 || delivered != warmUp) {
      throw new IllegalStateException(
          "found %d packets delivered after %d in the same run before"
              .formatted(delivered, warmUp));
    }
    return packets * 1e9 / nanos;
  }
}
