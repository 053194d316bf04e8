package dev.parley.network.check;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.preset.NetworkCatalogue;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

public class CapacityCurveTest {
  private static final NetworkCatalogue PRESETS = NetworkCatalogue.presets();

  private static NetworkProfile preset(String name) {
    return PRESETS.get(name).profile();
  }

  private static List<Double> curve(NetworkProfile profile, Direction direction, int parts) {
    return CapacityCurve.of(profile, direction, Duration.ofSeconds(100), parts);
  }

  @Test
  public void followsTheSchedule() {
    assertEquals(
        curve(preset("rfc8867-5.1"), Direction.UP, 10),
        List.of(1e6, 1e6, 1e6, 1e6, 2.5e6, 2.5e6, 6e5, 6e5, 1e6, 1e6));
    assertEquals(CapacityCurve.length(preset("rfc8867-5.1")), Duration.ofSeconds(100));
  }

  @Test
  public void isInfiniteWithoutALimit() {
    assertEquals(
        curve(preset("loss-5"), Direction.DOWN, 2),
        List.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    assertEquals(CapacityCurve.length(preset("loss-5")), Duration.ofSeconds(10));
  }

  @Test
  public void isNothingDuringAnOutage() {
    NetworkProfile cut =
        NetworkProfile.symmetric("cut", "cut", LinkProfile.IDEAL)
            .withSchedule(
                new Schedule(
                    List.of(
                        Schedule.Change.both(Duration.ofSeconds(40), LinkChange.outage(true)),
                        Schedule.Change.both(Duration.ofSeconds(60), LinkChange.outage(false)))));

    List<Double> curve = curve(cut, Direction.DOWN, 5);

    assertEquals(curve.get(2), 0.0);
    assertTrue(curve.get(1).isInfinite() && curve.get(3).isInfinite(), curve.toString());
  }

  @Test
  public void hasTheMeanOfATrace() {
    NetworkProfile walk = preset("cellular-walk");
    double mean =
        CapacityCurve.of(walk, Direction.DOWN, Duration.ofSeconds(60), 60).stream()
            .mapToDouble(value -> value)
            .average()
            .orElse(0);

    assertEquals(mean, 2.73e6, 0.02e6);
    assertEquals(CapacityCurve.length(walk), Duration.ofSeconds(60));
  }
}
