package dev.parley.network.preset;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertSame;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Schedule;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class NetworkCatalogueTest {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private final NetworkCatalogue catalogue = NetworkCatalogue.presets();

  private LinkProfile link(String name, Direction direction) {
    return catalogue.get(name).profile().link(direction);
  }

  /** Name, rate down and up in bit/s, delay in ms, sigma down and up in ms, loss in percent. */
  @DataProvider
  public Object[][] published() {
    return new Object[][] {
      {"4g", 100e6, 50e6, 45.0, 5, 15, 0.2},
      {"hspa", 20e6, 10e6, 150.0, 10, 10, 0.5},
      {"3g", 1.2e6, 1.2e6, 250.0, 50, 50, 0.5},
      {"edge-2g", 200e3, 260e3, 650.0, 100, 100, 1.0},
      {"gprs", 80e3, 20e3, 650.0, 100, 100, 1.0},
      {"satellite", 1e6, 256e3, 600.0, 0, 0, 0.0},
      {"asymmetric", 500e3, 1e6, 50.0, 10, 10, 0.0},
      {"dsl", 8e6, 8e6, 40.0, 0, 0, 0.5},
      {"wifi", 30e6, 30e6, 40.0, 0, 0, 0.2},
      {"wifi-lossy", 30e6, 30e6, 40.0, 0, 0, 5.0},
      {"poor-3g", 400e3, 400e3, 350.0, 0, 0, 5.0},
      {"poor-4g", 4e6, 4e6, 350.0, 0, 0, 5.0},
      {"high-loss-4g", 4e6, 4e6, 5.0, 0, 0, 20.0},
      {"very-bad", 1e6, 1e6, 500.0, 0, 0, 10.0},
      {"call-drop", 50e3, 50e3, 500.0, 0, 0, 20.0},
      {"devtools-slow-4g", 1.44e6, 675e3, 281.25, 0, 0, 0.0},
      {"devtools-fast-4g", 8.1e6, 1.35e6, 82.5, 0, 0, 0.0},
      {"wpt-cable", 5e6, 1e6, 14.0, 0, 0, 0.0},
      {"wpt-3g", 1.6e6, 768e3, 150.0, 0, 0, 0.0},
      {"loss-1", UNLIMITED, UNLIMITED, 0.0, 0, 0, 1.0},
      {"loss-5", UNLIMITED, UNLIMITED, 0.0, 0, 0, 5.0},
      {"loss-10", UNLIMITED, UNLIMITED, 0.0, 0, 0, 10.0},
      {"loss-20", UNLIMITED, UNLIMITED, 0.0, 0, 0, 20.0},
      {"loss-50", UNLIMITED, UNLIMITED, 0.0, 0, 0, 50.0},
      {"ideal", UNLIMITED, UNLIMITED, 0.0, 0, 0, 0.0},
    };
  }

  @Test(dataProvider = "published")
  public void hasThePublishedFigures(
      String name, double down, double up, double delay, int sigmaDown, int sigmaUp, double loss) {
    assertLink(link(name, Direction.DOWN), down, delay, sigmaDown, loss);
    assertLink(link(name, Direction.UP), up, delay, sigmaUp, loss);
    assertTrue(catalogue.get(name).profile().schedule().changes().isEmpty());
  }

  private static void assertLink(
      LinkProfile link, double rate, double delay, int sigma, double loss) {
    assertEquals(link.capacity(), capacity(rate));
    assertEquals(link.delay(), Duration.ofNanos((long) (delay * 1_000_000)));
    assertEquals(
        link.jitter(),
        sigma == 0 ? Jitter.NONE : new Jitter.TruncatedNormal(Duration.ofMillis(sigma), 3, false));
    assertEquals(link.loss().meanRate(), loss / 100, 1e-12);
    assertEquals(link.lossPlace(), LinkProfile.LossPlace.BEFORE_BOTTLENECK);
    assertEquals(link.queue(), Queue.DEFAULT);
  }

  private static Capacity capacity(double rate) {
    return Double.isInfinite(rate) ? Capacity.UNLIMITED : Capacity.constant(Math.round(rate));
  }

  @DataProvider
  public Object[][] cases() {
    return new Object[][] {
      {"rfc8867-5.1", Direction.UP, "0:1000000 40:2500000 60:600000 80:1000000"},
      {"rfc8867-5.1-short", Direction.UP, "0:1000000 10:2500000 15:600000 20:1000000"},
      {"rfc8867-5.2", Direction.UP, "0:4000000 25:2000000 50:3500000 75:1000000 100:2000000"},
      {"rfc8867-5.3", Direction.UP, "0:2000000 20:1000000 40:500000 60:2000000"},
      {"rfc8867-5.3", Direction.DOWN, "0:2000000 35:800000 70:2000000"},
      {"rfc8867-5.8", Direction.UP, "0:3500000"},
    };
  }

  @Test(dataProvider = "cases")
  public void hasTheCapacitiesOfTheTestCases(String name, Direction direction, String expected) {
    NetworkProfile profile = catalogue.get(name).profile();
    StringBuilder found = new StringBuilder("0:" + rate(profile.link(direction).capacity()));
    for (Schedule.Change change : profile.schedule().changes()) {
      Capacity capacity = change.of(direction).capacity();
      if (capacity != null) {
        long at = ((Schedule.When.At) change.when()).time().toSeconds();
        found.append(" ").append(at).append(":").append(rate(capacity));
      }
    }

    assertEquals(found.toString(), expected);
    assertEquals(profile.link(direction).delay(), Duration.ofMillis(50));
    assertEquals(profile.link(direction).queue(), Queue.DEFAULT);
    assertEquals(profile.link(direction).loss(), Loss.NONE);
  }

  private static long rate(Capacity capacity) {
    return ((Capacity.Constant) capacity).bitsPerSecond();
  }

  @Test
  public void hasNoBottleneckBackwardsWhereTheTestCaseNamesNone() {
    assertSame(link("rfc8867-5.1", Direction.DOWN).capacity(), Capacity.UNLIMITED);
    assertEquals(link("rfc8867-5.1", Direction.DOWN).delay(), Duration.ofMillis(50));
  }

  @Test
  public void hasTheWholeGrid() {
    LinkProfile link = link("rfc8868-d150-l10-q2000", Direction.UP);

    assertEquals(link.delay(), Duration.ofMillis(150));
    assertEquals(link.loss(), new Loss.Independent(0.1));
    assertEquals(link.queue(), new Queue.DropTail(new Queue.Limit.Time(Duration.ofSeconds(2))));
    assertEquals(link.jitter(), new Jitter.TruncatedNormal(Duration.ofMillis(5), 3, false));
    assertEquals(
        catalogue.names().stream().filter(name -> name.startsWith("rfc8868-")).count(), 125);
  }

  @Test
  public void describesEachWithItsSource() {
    for (Preset preset : catalogue.all()) {
      String described = preset.profile().description();
      assertTrue(
          preset.name().equals("ideal") || described.contains("(" + preset.source()), described);
    }
  }

  @Test
  public void namesTheNearestOfAnUnknownName() {
    String said =
        String.valueOf(
            expectThrows(UnknownNetworkException.class, () -> catalogue.get("los-5")).getMessage());

    assertEquals(
        said,
        "found network 'los-5', expected one that exists; the nearest are 'loss-5', 'loss-1',"
            + " 'loss-50' (./parley network list shows them all)");
  }

  @Test
  public void takesTheUsersOwn() {
    NetworkProfile own = NetworkProfile.symmetric("office", "ours", LinkProfile.IDEAL);

    Preset found = catalogue.with(List.of(own)).get("office");

    assertEquals(found, new Preset(own, NetworkCatalogue.OWN));
    assertFalse(catalogue.names().contains("office"));
  }

  @DataProvider
  public Object[][] takenNames() {
    return new Object[][] {{"loss-5"}, {"ideal"}, {"direct"}};
  }

  @Test(dataProvider = "takenNames")
  public void refusesAnOwnNetworkOfATakenName(String name) {
    NetworkProfile own = NetworkProfile.symmetric(name, "ours", LinkProfile.IDEAL);

    String said =
        String.valueOf(
            expectThrows(InvalidProfileException.class, () -> catalogue.with(List.of(own)))
                .getMessage());

    assertEquals(said, "found profile '" + name + "', expected a name that no preset has");
  }
}
