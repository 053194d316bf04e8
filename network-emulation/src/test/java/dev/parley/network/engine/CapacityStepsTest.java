package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Capacity.Step;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** Capacity in steps, and when its time begins. */
public final class CapacityStepsTest {
  private static final long MILLI = 1_000_000L;
  private static final LinkProfile LINK = LinkProfile.IDEAL.withOverheadBytes(0);

  private static Capacity steps(Duration period, Step... steps) {
    return new Capacity.Steps(List.of(steps), period);
  }

  @Test
  public void stepsCountFromTheStartOfTheSchedule() {
    Capacity steps =
        steps(
            Duration.ZERO,
            new Step(Duration.ZERO, 8_000_000),
            new Step(Duration.ofMillis(100), 800_000));
    Driven driven = Driven.of(LINK.withCapacity(steps));
    driven.send(500 * MILLI, 1000);
    driven.link.startSchedule(1000 * MILLI);
    driven.send(1099 * MILLI, 1000);
    driven.send(1100 * MILLI, 1000);
    driven.finish();
    assertEquals(driven.dues(), List.of(501 * MILLI, 1100 * MILLI, 1110 * MILLI));
  }

  @Test
  public void stepsBeginAgainWithThePeriod() {
    Capacity steps =
        steps(
            Duration.ofMillis(200),
            new Step(Duration.ZERO, 8_000_000),
            new Step(Duration.ofMillis(100), 800_000));
    Driven driven = Driven.of(LINK.withCapacity(steps));
    driven.link.startSchedule(0);
    for (long at : new long[] {0, 150, 200, 350, 400_000, 400_150}) {
      driven.send(at * MILLI, 1000);
    }
    driven.finish();
    assertEquals(
        driven.dues(),
        List.of(MILLI, 160 * MILLI, 201 * MILLI, 360 * MILLI, 400_001 * MILLI, 400_160 * MILLI));
  }

  @Test
  public void aCapacityThatAChangeBringsBeginsThere() {
    Driven driven = Driven.of(LINK);
    driven.link.startSchedule(0);
    Capacity steps =
        steps(
            Duration.ZERO,
            new Step(Duration.ZERO, 8_000_000),
            new Step(Duration.ofMillis(100), 800_000));
    driven.link.change(1000 * MILLI, Direction.UP, LinkChange.capacity(steps));
    driven.send(1050 * MILLI, 1000);
    driven.send(1100 * MILLI, 1000);
    driven.finish();
    assertEquals(driven.dues(), List.of(1051 * MILLI, 1110 * MILLI));
  }

  @Test
  public void tellsTheCapacityOfTheLastSecond() {
    Capacity steps =
        steps(
            Duration.ofSeconds(4),
            new Step(Duration.ZERO, 1_000_000),
            new Step(Duration.ofSeconds(2), 3_000_000));
    Driven driven = Driven.of(LINK.withCapacity(steps));
    assertEquals(driven.link.bitsPerSecond(77, Direction.UP), 1e6);
    driven.link.startSchedule(1000 * MILLI);
    driven.runTo(1000 * MILLI);
    assertEquals(driven.link.bitsPerSecond(1000 * MILLI, Direction.UP), 1e6);
    assertEquals(driven.link.bitsPerSecond(3500 * MILLI, Direction.UP), 2e6);
    assertEquals(driven.link.bitsPerSecond(4000 * MILLI, Direction.UP), 3e6);
    assertEquals(driven.link.bitsPerSecond(5250 * MILLI, Direction.UP), 2.5e6);
    assertEquals(Driven.of(LINK).link.bitsPerSecond(0, Direction.UP), Double.POSITIVE_INFINITY);
  }
}
