package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Schedule.Change;
import dev.parley.network.model.Schedule.When;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** Changes that take their time, and those that overlap. */
public final class RampTest {
  private static final long SECOND = 1_000_000_000L;
  private static final LinkProfile LINK = LinkProfile.IDEAL.withOverheadBytes(0);

  private static Driven driven(LinkProfile link, Change... changes) {
    return new Driven(
        NetworkProfile.symmetric("test", "of a test", link)
            .withSchedule(new Schedule(List.of(changes))),
        1,
        "alice");
  }

  private static LinkProfile up(Driven driven) {
    return driven.link.state(Direction.UP);
  }

  private static Change upAt(Duration at, LinkChange change, Duration ramp) {
    return new Change(new When.At(at), change, LinkChange.NOTHING, ramp);
  }

  private static long rate(Driven driven) {
    return ((Capacity.Constant) up(driven).capacity()).bitsPerSecond();
  }

  @Test
  public void aRampIsAStraightLineInSmallSteps() {
    Driven driven =
        driven(
            LINK.withCapacity(Capacity.constant(1_000_000)).withDelay(Duration.ofMillis(100)),
            upAt(
                Duration.ofSeconds(1),
                new LinkChange(
                    Capacity.constant(3_000_000),
                    Duration.ZERO,
                    null,
                    new Loss.Independent(0.2),
                    null,
                    null),
                Duration.ofSeconds(2)));
    driven.link.startSchedule(0);
    driven.runTo(SECOND);
    assertEquals(rate(driven), 1_000_000);
    driven.runTo(2 * SECOND);
    assertEquals(rate(driven), 2_000_000);
    assertEquals(up(driven).delay(), Duration.ofMillis(50));
    assertEquals(up(driven).loss().meanRate(), 0.1, 1e-12);
    driven.runTo(10 * SECOND);
    assertEquals(up(driven).capacity(), Capacity.constant(3_000_000));
    assertEquals(up(driven).loss(), new Loss.Independent(0.2));
    assertEquals(up(driven).delay(), Duration.ZERO);
    assertEquals(driven.changes.size(), 20);
    assertEquals(driven.changes.get(0).atNanos(), 1_100_000_000L);
    assertEquals(driven.link.nextEventNanos(), AccessLink.NEVER);
  }

  @Test
  public void whatHasNoLineChangesAtOnce() {
    Driven driven =
        driven(
            LINK,
            upAt(
                Duration.ofSeconds(1),
                new LinkChange(
                    Capacity.constant(3_000_000),
                    Duration.ofMillis(100),
                    null,
                    new Loss.Periodic(2, 1, 0),
                    true,
                    null),
                Duration.ofSeconds(1)));
    driven.link.startSchedule(0);
    driven.runTo(SECOND);
    assertEquals(rate(driven), 3_000_000);
    assertEquals(up(driven).loss(), new Loss.Periodic(2, 1, 0));
    assertTrue(up(driven).outage());
    assertEquals(up(driven).delay(), Duration.ZERO);
    driven.runTo(SECOND + 250_000_000L);
    assertEquals(up(driven).delay(), Duration.ofMillis(20));
  }

  @Test
  public void aLaterChangeEndsARampOfItsFieldsOnly() {
    Driven driven =
        driven(
            LINK.withCapacity(Capacity.constant(1_000_000)),
            upAt(
                Duration.ZERO,
                new LinkChange(
                    Capacity.constant(2_000_000), Duration.ofMillis(100), null, null, null, null),
                Duration.ofSeconds(10)),
            upAt(Duration.ofSeconds(5), LinkChange.rate(500_000), Duration.ZERO));
    driven.link.startSchedule(0);
    driven.runTo(6 * SECOND);
    assertEquals(rate(driven), 500_000);
    assertEquals(up(driven).delay(), Duration.ofMillis(60));
    driven.runTo(20 * SECOND);
    assertEquals(rate(driven), 500_000);
    assertEquals(up(driven).delay(), Duration.ofMillis(100));
  }

  @Test
  public void ofTwoRampsTheLaterLeadsFromWhereTheFirstWas() {
    Driven driven =
        driven(
            LINK.withCapacity(Capacity.constant(1_000_000)),
            upAt(Duration.ZERO, LinkChange.rate(2_000_000), Duration.ofSeconds(10)),
            upAt(Duration.ofSeconds(5), LinkChange.rate(500_000), Duration.ofSeconds(10)));
    driven.link.startSchedule(0);
    driven.runTo(10 * SECOND);
    assertEquals(rate(driven), 1_000_000);
    driven.runTo(20 * SECOND);
    assertEquals(rate(driven), 500_000);
  }
}
