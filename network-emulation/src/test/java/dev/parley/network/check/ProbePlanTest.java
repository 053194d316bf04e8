package dev.parley.network.check;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.preset.NetworkCatalogue;
import java.time.Duration;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ProbePlanTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final NetworkCatalogue PRESETS = NetworkCatalogue.presets();

  private static double load(ProbePlan plan, long fromSeconds, long toSeconds) {
    long packets =
        plan.atNanos().stream()
            .filter(at -> at >= fromSeconds * 1e9 && at < toSeconds * 1e9)
            .count();
    return packets * 8.0 * (plan.bytes() + 28) / (toSeconds - fromSeconds);
  }

  @Test
  public void leavesTheBottleneckAloneAndThenFillsIt() {
    ProbePlan plan =
        ProbePlan.of(
            NetworkProfile.symmetric(
                "m", "2M", LinkProfile.IDEAL.withCapacity(Capacity.constant(2_000_000))),
            Direction.UP,
            TEN);

    assertEquals(load(plan, 0, 5), 1.4e6, 0.02e6);
    assertEquals(load(plan, 5, 10), 2.6e6, 0.02e6);
    assertTrue(plan.atNanos().get(plan.calm() - 1) < 5_000_000_000L);
    assertTrue(plan.atNanos().get(plan.calm()) >= 5_000_000_000L);
  }

  /** Name, direction, bytes, and the fewest and most packets in 10 s. */
  @DataProvider
  public Object[][] presets() {
    return new Object[][] {
      {"loss-5", Direction.DOWN, 1172, 9_900, 10_100},
      {"gprs", Direction.UP, 100, 180, 210},
      {"4g", Direction.DOWN, 1172, 59_000, 60_100},
      {"dsl", Direction.UP, 1172, 8_000, 8_700},
    };
  }

  @Test(dataProvider = "presets")
  public void fitsTheNetwork(String name, Direction direction, int bytes, int least, int most) {
    ProbePlan plan = ProbePlan.of(PRESETS.get(name).profile(), direction, TEN);

    int packets = plan.atNanos().size();
    assertEquals(plan.bytes(), bytes);
    assertTrue(packets >= least && packets <= most, packets + " packets");
    assertTrue(
        IntStream.range(1, packets)
            .allMatch(i -> plan.atNanos().get(i) >= plan.atNanos().get(i - 1)));
  }

  @Test
  public void fitsTheMtu() {
    NetworkProfile small =
        NetworkProfile.symmetric("small", "small", LinkProfile.IDEAL.withMtu(600));

    assertEquals(ProbePlan.of(small, Direction.UP, TEN).bytes(), 572);
  }

  @Test
  public void knowsAProbeAgainWithAnyFlippedBit() {
    byte[] whole = Probe.write(123_456, 100);
    assertEquals(Probe.number(whole), 123_456);
    assertTrue(Probe.isWhole(whole, 123_456));
    for (int bit = 0; bit < 800; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(Probe.number(flipped), 123_456, "bit " + bit);
      assertTrue(!Probe.isWhole(flipped, 123_456), "bit " + bit);
    }
    assertEquals(Probe.number(new byte[100]), -1);
    assertEquals(Probe.number(new byte[3]), -1);
  }
}
