package dev.parley.network.engine;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkProfile.LossPlace;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Queue.Limit;
import dev.parley.network.model.Reorder;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Schedule.Change;
import dev.parley.network.model.Schedule.When;
import dev.parley.network.model.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Profiles by chance. */
final class Randomly {
  private final Random random;

  Randomly(long seed) {
    this.random = new Random(seed);
  }

  NetworkProfile network() {
    List<Change> changes = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      When when =
          random.nextInt(4) == 0
              ? new When.On("word")
              : new When.At(Duration.ofMillis(random.nextInt(3000)));
      Duration ramp = Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(1500));
      changes.add(new Change(when, change(), change(), ramp));
    }
    return new NetworkProfile("random", "by chance", link(), link(), new Schedule(changes));
  }

  private LinkChange change() {
    return new LinkChange(
        random.nextBoolean() ? capacity() : null,
        random.nextBoolean() ? millis(80) : null,
        random.nextInt(3) == 0 ? jitter() : null,
        random.nextBoolean() ? loss() : null,
        random.nextInt(4) == 0 ? random.nextBoolean() : null,
        random.nextInt(3) == 0 ? queue() : null);
  }

  LinkProfile link() {
    LinkProfile link =
        LinkProfile.IDEAL
            .withCapacity(capacity())
            .withDelay(millis(100))
            .withJitter(jitter())
            .withLoss(
                loss(),
                random.nextBoolean() ? LossPlace.BEFORE_BOTTLENECK : LossPlace.AFTER_BOTTLENECK)
            .withQueue(queue())
            .withOverheadBytes(random.nextInt(60));
    link = random.nextInt(3) == 0 ? link.withDuplicate(random.nextDouble() / 3) : link;
    link = random.nextInt(3) == 0 ? link.withCorrupt(random.nextDouble() / 3) : link;
    link = random.nextInt(3) == 0 ? link.withMtu(200 + random.nextInt(1500)) : link;
    return random.nextInt(3) == 0 ? link.withReorder(new Reorder(0.1, millis(20))) : link;
  }

  private Duration millis(int most) {
    return Duration.ofNanos(random.nextInt(most * 1_000_000));
  }

  private long rate() {
    return 100_000L + random.nextInt(5_000_000);
  }

  private Capacity capacity() {
    return switch (random.nextInt(4)) {
      case 0 -> Capacity.UNLIMITED;
      case 1 -> Capacity.constant(rate());
      case 2 ->
          new Capacity.Steps(
              List.of(
                  new Capacity.Step(Duration.ZERO, rate()),
                  new Capacity.Step(Duration.ofMillis(700), rate())),
              random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(1));
      default -> {
        int[] times = random.ints(1 + random.nextInt(300), 1, 1000).sorted().toArray();
        yield new Capacity.Traced(new Trace("random", times), random.nextInt(3) > 0);
      }
    };
  }

  private Jitter jitter() {
    boolean reordering = random.nextBoolean();
    return switch (random.nextInt(4)) {
      case 0 -> Jitter.NONE;
      case 1 -> new Jitter.Uniform(millis(30), reordering);
      case 2 -> new Jitter.TruncatedNormal(millis(20), 1 + random.nextInt(3), reordering);
      default -> new Jitter.Pareto(millis(20), 2, millis(100), reordering);
    };
  }

  private Loss loss() {
    return switch (random.nextInt(5)) {
      case 0 -> Loss.NONE;
      case 1 -> new Loss.Independent(random.nextDouble() / 2);
      case 2 -> Loss.GilbertElliott.ofBursts(random.nextDouble() / 3, 1 + random.nextInt(8));
      case 3 -> new Loss.Periodic(20, random.nextInt(20), random.nextInt(50));
      default -> new Loss.Explicit(List.of(3, 5, 8), random.nextBoolean() ? 0 : 20);
    };
  }

  private Queue queue() {
    Limit limit =
        switch (random.nextInt(3)) {
          case 0 -> new Limit.Packets(1 + random.nextInt(100));
          case 1 -> new Limit.Bytes(1500 + random.nextInt(50_000));
          default -> new Limit.Time(Duration.ofMillis(1 + random.nextInt(500)));
        };
    return switch (random.nextInt(3)) {
      case 0 -> new Queue.DropTail(limit);
      case 1 -> new Queue.DropHead(limit);
      default -> new Queue.CoDel(Duration.ofMillis(5), Duration.ofMillis(50), limit);
    };
  }
}
