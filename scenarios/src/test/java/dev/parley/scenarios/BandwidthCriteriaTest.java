package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.Amount;
import dev.parley.harness.CallInconclusive;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.LinkFlow;
import dev.parley.harness.MeasuredWindow.LinkInterval;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** What bandwidth-adaptation lets pass, and what it does not: 1 Mbit/s, and from 20 s on 2. */
public class BandwidthCriteriaTest {
  private static final NetworkProfile RISING =
      new NetworkProfile(
          "rising",
          "a test",
          LinkProfile.IDEAL.withCapacity(Capacity.constant(1_000_000)),
          LinkProfile.IDEAL,
          new Schedule(
              List.of(
                  new Schedule.Change(
                      new Schedule.When.At(Duration.ofSeconds(20)),
                      LinkChange.rate(2_000_000),
                      LinkChange.NOTHING,
                      Duration.ZERO))));

  private FakeCall fake = new FakeCall();

  @BeforeMethod
  public void begin() {
    fake = new FakeCall("own", RISING, NetworkProfile.ideal(), Map.of());
  }

  private Bottleneck bottleneck() {
    return new Bottleneck(fake.call, Bounds.builtIn());
  }

  /** 40 s of a link on which so many bit/s were offered and carried, by second. */
  private MeasuredWindow window(IntToDoubleFunction rate, double queue) {
    List<LinkInterval> up = new ArrayList<>();
    for (int second = 0; second < 40; second++) {
      Amount bytes = Amount.of(rate.applyAsDouble(second) / 8, "bytes");
      up.add(
          new LinkInterval(
              second * 1000,
              (second + 1) * 1000,
              Amount.absent("bit/s"),
              bytes,
              bytes,
              Amount.of(0, "packets"),
              Amount.of(queue, "s")));
    }
    return Stub.of(
        MeasuredWindow.class,
        Map.of("links", List.of(link(Direction.UP, up), link(Direction.DOWN, List.of()))));
  }

  private LinkFlow link(Direction direction, List<LinkInterval> intervals) {
    return Stub.of(
        LinkFlow.class,
        Map.of("participant", fake.offerer, "direction", direction, "intervals", intervals));
  }

  @Test
  public void aSenderThatFollowsPasses() {
    Bottleneck bottleneck = bottleneck();
    bottleneck.judge(window(second -> second < 23 ? 900_000 : 1_800_000, 0.02));
    bottleneck.report();

    assertEquals(fake.open(), List.of());
    assertEquals(fake.checks.size(), 6, "three checks of each of two phases");
    assertEquals(fake.figure("offerer capacity-utilisation"), 0.9, 1e-9);
    assertEquals(fake.figure("offerer time-to-ramp-up"), 4, 1e-9);
    assertFalse(fake.figures.containsKey("offerer time-to-back-off"), "nothing fell");
    assertEquals(fake.notes.size(), 2);
  }

  @Test
  public void aSenderThatStaysLowIsBrokenInThatPhaseAlone() {
    bottleneck().judge(window(second -> 750_000, 0.02));

    assertTrue(fake.held("least use of the capacity, phase 1"));
    assertFalse(fake.held("least use of the capacity, phase 2"));
  }

  @Test
  public void aShortRunIsJudgedMoreLoosely() {
    Bounds loose = Bounds.builtIn().below("bandwidth-adaptation.short", "bandwidth-adaptation");

    new Bottleneck(fake.call, loose).judge(window(second -> 600_000, 0.02));

    assertTrue(fake.held("least use of the capacity"));
  }

  @Test
  public void aQueueThatStaysFullIsBroken() {
    bottleneck().judge(window(second -> 950_000, 0.3));

    assertFalse(fake.held("queue delay, phase 1"));
  }

  @Test
  public void anEmulatorThatCarriedTooMuchIsNotBelieved() {
    bottleneck().judge(window(second -> 1_500_000, 0.01));

    assertFalse(fake.held("most use of the capacity, phase 1"));
  }

  @Test
  public void whatWasNotObservedIsNotJudged() {
    MeasuredWindow none =
        Stub.of(
            MeasuredWindow.class,
            Map.of(
                "links", List.of(link(Direction.UP, List.of()), link(Direction.DOWN, List.of()))));

    bottleneck().judge(none);

    assertEquals(fake.checks, List.of());
  }

  @Test
  public void aSourceThatWantsTooLittleProvesNothing() {
    FakeCall measured = new FakeCall("own", RISING, NetworkProfile.ideal(), Map.of());
    measured.windows = length -> window(second -> 1_900_000, 0);
    Bottleneck starved = new Bottleneck(measured.call, Bounds.builtIn());
    String said =
        String.valueOf(expectThrows(CallInconclusive.class, starved::proveDemand).getMessage());
    assertTrue(said.startsWith("source-limited"), said);

    measured.windows = length -> window(second -> 2_100_000, 0);
    starved.proveDemand();
  }

  @Test
  public void aWindowSeesTheChangesWithinIt() {
    List<CapacityPhases.Phase> phases = CapacityPhases.of(RISING, Direction.UP, 5000);

    assertEquals(phases.get(0).toMs(), 25_000.0);
    assertEquals(phases.get(1).before(), (Double) 1e6);
    CapacityPhases.Phase late = phases.get(1).within(30_000, 50_000).orElseThrow();
    assertEquals(late.fromMs(), 30_000.0);
    assertEquals(late.before(), null, "the change lies before the window");
    assertTrue(phases.get(0).within(30_000, 50_000).isEmpty());
    assertEquals(CapacityPhases.of(RISING, Direction.DOWN, 0), List.of());
  }
}
