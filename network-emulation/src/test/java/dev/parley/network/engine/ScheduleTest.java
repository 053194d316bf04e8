package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Schedule.Change;
import dev.parley.network.model.Schedule.When;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** Changes over time. */
public final class ScheduleTest {
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

  /** RFC 8867, section 5.1, with a sender that always has more. */
  @Test
  public void capacityFollowsTheSteps() {
    Driven driven =
        driven(
            LINK.withCapacity(Capacity.constant(1_000_000)).withDelay(Duration.ofMillis(50)),
            Change.both(Duration.ofSeconds(40), LinkChange.rate(2_500_000)),
            Change.both(Duration.ofSeconds(60), LinkChange.rate(600_000)),
            Change.both(Duration.ofSeconds(80), LinkChange.rate(1_000_000)));
    long start = 7 * SECOND;
    driven.link.startSchedule(start);
    for (long at = start; at < start + 100 * SECOND; at += 3_000_000) {
      driven.send(at, 1200);
    }
    driven.finish();
    assertEquals(
        driven.changes.stream()
            .filter(change -> change.direction() == Direction.UP)
            .map(change -> (change.atNanos() - start) / SECOND)
            .toList(),
        List.of(40L, 60L, 80L));
    assertEquals(driven.changes.size(), 6);
    assertCarried(driven, start, 1, 40, 1_000_000);
    assertCarried(driven, start, 41, 60, 2_500_000);
    assertCarried(driven, start, 61, 80, 600_000);
    assertCarried(driven, start, 81, 100, 1_000_000);
  }

  private static void assertCarried(Driven driven, long start, int from, int to, double rate) {
    long count =
        driven.dues().stream()
            .map(due -> due - 50_000_000L - start)
            .filter(time -> time >= from * SECOND && time < to * SECOND)
            .count();
    assertEquals(count * 9600.0 / (to - from), rate, 0.005 * rate, from + " to " + to + " s");
  }

  @Test
  public void nothingHappensBeforeTheStart() {
    Driven driven = driven(LINK, Change.both(Duration.ZERO, LinkChange.outage(true)));
    driven.runTo(100 * SECOND);
    assertEquals(driven.changes, List.of());
    driven.link.startSchedule(100 * SECOND);
    driven.runTo(100 * SECOND);
    assertTrue(up(driven).outage());
    assertEquals(driven.changes.get(0).why(), AccessLink.BY_SCHEDULE);
  }

  @Test
  public void startsOnce() {
    Driven driven = driven(LINK);
    driven.link.startSchedule(0);
    driven.link.startSchedule(1);
    assertThrows(IllegalStateException.class, () -> driven.runTo(2));
  }

  @Test
  public void aWordBringsItsChangesEachTime() {
    Driven driven =
        driven(
            LINK,
            new Change(
                new When.On("cut"), LinkChange.outage(true), LinkChange.NOTHING, Duration.ZERO));
    driven.link.event(5, "other");
    driven.link.event(6, "cut");
    driven.link.change(7, Direction.UP, LinkChange.outage(false));
    driven.link.event(8, "cut");
    driven.runTo(10);
    assertEquals(
        driven.changes.stream().map(change -> change.atNanos() + " " + change.why()).toList(),
        List.of("6 cut", "7 scenario", "8 cut"));
    assertTrue(up(driven).outage());
    assertFalse(driven.link.state(Direction.DOWN).outage());
  }

  @Test
  public void changesComeBeforePacketsOfTheSameMoment() {
    Driven driven = driven(LINK);
    driven.link.enqueue(5, Direction.UP, 0L, 100);
    driven.link.change(5, Direction.UP, LinkChange.outage(true));
    driven.link.enqueue(5, Direction.UP, 0L, 100);
    driven.finish();
    assertEquals(driven.numbersDropped(DropCause.OUTAGE), List.of(0L, 1L));
  }

  @Test
  public void whatIsOnItsWayKeepsItsDelay() {
    Driven driven = driven(LINK.withDelay(Duration.ofMillis(100)));
    driven.send(0, 100);
    driven.link.change(1, Direction.UP, LinkChange.delay(Duration.ofMillis(300)));
    driven.link.change(1, Direction.UP, LinkChange.outage(true));
    driven.send(2, 100);
    driven.link.change(3, Direction.UP, LinkChange.outage(false));
    driven.send(4, 100);
    driven.finish();
    assertEquals(driven.dues(), List.of(100_000_000L, 300_000_004L));
    assertEquals(driven.numbersDropped(DropCause.OUTAGE), List.of(1L));
  }

  @Test
  public void aShorterDelayOvertakesNobody() {
    Driven driven = driven(LINK.withDelay(Duration.ofMillis(100)));
    driven.send(0, 100);
    driven.link.change(1, Direction.UP, LinkChange.delay(Duration.ZERO));
    driven.send(2, 100);
    driven.finish();
    assertEquals(driven.dues(), List.of(100_000_000L, 100_000_000L));
    assertEquals(driven.numbers(), List.of(0L, 1L));
  }

  @Test
  public void timesThatFallCountAsTheLastOneTold() {
    Driven driven = driven(LINK);
    driven.send(10, 100);
    driven.runTo(20);
    driven.link.enqueue(15, Direction.UP, 0L, 100);
    assertEquals(driven.link.nextEventNanos(), 20);
    driven.finish();
    assertEquals(driven.dues(), List.of(10L, 20L));
  }
}
