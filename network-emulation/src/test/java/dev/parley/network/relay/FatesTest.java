package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.realtime.DrivenLink;
import dev.parley.network.realtime.LinkDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

/** In virtual time: one seed and the same arrivals give every packet the same fate. */
public final class FatesTest {
  private static final NetworkProfile LOSSY =
      NetworkProfile.symmetric(
          "lossy",
          "some of everything",
          LinkProfile.IDEAL
              .withCapacity(Capacity.constant(2_000_000))
              .withDelay(Duration.ofMillis(40))
              .withJitter(Jitter.TruncatedNormal.of(Duration.ofMillis(5)))
              .withLoss(new Loss.Independent(0.05)));

  @Test
  public void sameSeedSameFates() {
    assertEquals(fates(11, 0), fates(11, 0));
  }

  @Test
  public void pollingOftenOrRarelyChangesNoFate() {
    assertEquals(fates(11, 50_000), fates(11, 0));
  }

  @Test
  public void anotherSeedOtherFates() {
    assertNotEquals(fates(12, 0), fates(11, 0));
  }

  /** What becomes of packets that cross two links in a row; polled with each, and so often. */
  private static List<String> fates(long seed, long everyNanos) {
    List<String> fates = new ArrayList<>();
    long[] now = {0};
    LinkDriver driver = LinkDriver.virtual(() -> now[0]);
    try (driver) {
      Hop second = new Hop(driver, seed, "answerer", null, fates);
      Hop first = new Hop(driver, seed, "offerer", second, fates);
      Random arrivals = new Random(1);
      long at = 0;
      for (int i = 0; i < 5_000; i++) {
        at += arrivals.nextInt(2_000_000);
        while (everyNanos > 0 && now[0] + everyNanos < at) {
          now[0] += everyNanos;
          driver.exclusively(() -> true);
        }
        now[0] = at;
        int number = i;
        long arrival = at;
        driver.exclusively(
            () -> first.link.offer(driver.advance(arrival), Direction.UP, number, 200));
      }
      now[0] = at + Duration.ofSeconds(10).toNanos();
      driver.exclusively(() -> true);
    }
    return fates;
  }

  private static final class Hop implements AccessLink.Sinks<Integer>, PacketSink<Integer> {
    private final DrivenLink<Integer> link;
    private final @Nullable Hop next;
    private final List<String> fates;

    private Hop(LinkDriver driver, long seed, String name, @Nullable Hop next, List<String> fates) {
      this.next = next;
      this.fates = fates;
      AccessLink<Integer> made = Links.create(LOSSY, seed, name);
      this.link =
          driver.exclusively(
              () ->
                  driver.add(
                      made,
                      this,
                      cause -> {
                        throw cause;
                      }));
    }

    @Override
    public PacketSink<Integer> of(Direction direction) {
      return this;
    }

    @Override
    public void changed(long atNanos, Direction direction, LinkProfile now, String why) {}

    @Override
    public void delivered(Passage<Integer> passage, long dueNanos) {
      if (next == null) {
        fates.add(passage.packet() + " delivered at " + dueNanos);
      } else {
        next.link.offer(dueNanos, Direction.DOWN, passage.packet(), passage.bytes());
      }
    }

    @Override
    public void dropped(Passage<Integer> passage, long atNanos, DropCause cause) {
      fates.add(passage.packet() + " dropped at " + atNanos + " " + cause);
    }
  }
}
