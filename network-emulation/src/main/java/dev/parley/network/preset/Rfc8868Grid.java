package dev.parley.network.preset;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The path characteristics of RFC 8868, section 4, each with each: {@code rfc8868-d50-l5-q300} has
 * a one-way delay of 50 ms, 5 % loss and a drop-tail queue of 300 ms, both ways.
 *
 * <p>Jitter is a normal distribution with a sigma of 5 ms, cut at three of them, without
 * reordering. The RFC names no capacity; it is 4 Mbit/s, the largest of RFC 8867. Where it names a
 * range, both of its ends are there.
 */
final class Rfc8868Grid {
  static final List<Integer> DELAYS_MS = List.of(0, 1, 50, 150, 300);
  static final List<Integer> LOSSES_PERCENT = List.of(0, 1, 5, 10, 20);
  static final List<Integer> QUEUES_MS = List.of(70, 300, 500, 1000, 2000);

  private static final long CAPACITY = 4_000_000;
  private static final String SOURCE = "RFC 8868";

  private Rfc8868Grid() {}

  static List<Preset> all() {
    List<Preset> grid = new ArrayList<>();
    for (int delay : DELAYS_MS) {
      for (int loss : LOSSES_PERCENT) {
        for (int queue : QUEUES_MS) {
          grid.add(preset(delay, loss, queue));
        }
      }
    }
    return grid;
  }

  private static Preset preset(int delayMs, int lossPercent, int queueMs) {
    LinkProfile link =
        LinkProfile.IDEAL
            .withCapacity(Capacity.constant(CAPACITY))
            .withDelay(Duration.ofMillis(delayMs))
            .withJitter(Jitter.TruncatedNormal.of(Duration.ofMillis(5)))
            .withLoss(lossPercent == 0 ? Loss.NONE : new Loss.Independent(lossPercent / 100.0))
            .withQueue(new Queue.DropTail(new Queue.Limit.Time(Duration.ofMillis(queueMs))));
    return new Preset(
        NetworkProfile.symmetric(
            "rfc8868-d%d-l%d-q%d".formatted(delayMs, lossPercent, queueMs),
            "%d ms one-way, %d %% loss, queue of %d ms (%s, section 4)"
                .formatted(delayMs, lossPercent, queueMs, SOURCE),
            link),
        SOURCE);
  }
}
