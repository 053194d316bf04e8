package dev.parley.scenarios;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.Amount;
import dev.parley.harness.MeasuredWindow;
import dev.parley.harness.MeasuredWindow.AudioFlow;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.testng.annotations.Test;

/** What the scenarios on impaired and cut networks let pass, and what they do not. */
public class ConsentAndQualityTest {
  private static final NetworkProfile IDEAL = NetworkProfile.ideal();

  private static NetworkProfile link(LinkProfile profile) {
    return NetworkProfile.symmetric("test", "a test", profile);
  }

  private static NetworkProfile loss(double rate) {
    return link(LinkProfile.IDEAL.withLoss(new Loss.Independent(rate)));
  }

  private static FakeCall cut(Map<String, Double> states, String awaited) {
    FakeCall fake = new FakeCall("ideal", IDEAL, IDEAL, states);
    new ConsentLoss().reaches(fake.call, awaited, 0);
    return fake;
  }

  @Test
  public void aCutIsNoticedInTime() {
    assertEquals(cut(Map.of("disconnected", 8.0), "disconnected").open(), List.of());
    assertFalse(cut(Map.of("disconnected", 200.0), "disconnected").held("time until"));
    FakeCall never = cut(Map.of(), "failed");
    assertFalse(never.held("connection becomes failed"));
    assertEquals(never.checks.size(), 2, "what never came has no time to be judged");
  }

  private static MeasuredWindow window(FakeCall fake, Map<String, Double> figures) {
    Map<String, Object> answers = new HashMap<>();
    figures.forEach((name, value) -> answers.put(name, Amount.of(value, "1")));
    answers.put("sender", fake.offerer);
    answers.put("receiver", fake.answerer);
    return Stub.of(
        MeasuredWindow.class,
        Map.of(
            "video",
            List.of(Stub.of(VideoFlow.class, answers)),
            "audio",
            List.of(Stub.of(AudioFlow.class, answers))));
  }

  private static Map<String, Double> good() {
    Map<String, Double> good = new HashMap<>();
    good.put("sourceFrames", 300.0);
    good.put("framesDecoded", 290.0);
    good.put("freezeRatio", 0.0);
    good.put("audibleConcealment", 0.0);
    good.put("lossDifference", 0.0);
    good.put("lossTolerance", 3.0);
    return good;
  }

  private static FakeCall quality(NetworkProfile network, String changed, double value) {
    FakeCall fake = new FakeCall("loss-9", IDEAL, network, Map.of());
    Map<String, Double> figures = good();
    figures.put(changed, value);
    new Quality(Bounds.builtIn()).judge(fake.call, window(fake, figures));
    return fake;
  }

  @Test
  public void aGoodCallPassesAndEachFaultShows() {
    assertEquals(quality(IDEAL, "framesDecoded", 290).open(), List.of());
    assertFalse(quality(IDEAL, "framesDecoded", 150).held("frames decoded"));
    assertFalse(quality(IDEAL, "freezeRatio", 0.3).held("freeze ratio"));
    assertFalse(quality(IDEAL, "audibleConcealment", 0.3).held("audible concealment"));
    assertFalse(quality(IDEAL, "lossDifference", 4).held("loss seen against loss applied, video"));
    assertFalse(quality(IDEAL, "lossDifference", 4).held("loss seen against loss applied, audio"));
  }

  @Test
  public void theWorseTheNetworkTheMoreIsForgiven() {
    assertTrue(quality(loss(0.2), "freezeRatio", 0.3).held("freeze ratio"));
    assertFalse(quality(loss(0.02), "freezeRatio", 0.3).held("freeze ratio"));
    NetworkProfile slow = link(LinkProfile.IDEAL.withCapacity(Capacity.constant(100_000)));
    assertTrue(quality(slow, "framesDecoded", 150).held("frames decoded"));
    NetworkProfile far = link(LinkProfile.IDEAL.withDelay(Duration.ofMillis(600)));
    assertTrue(quality(far, "framesDecoded", 180).held("frames decoded"));
  }

  @Test
  public void boundsNeverLetEverythingPass() {
    NetworkProfile terrible =
        link(
            LinkProfile.IDEAL
                .withLoss(new Loss.Independent(0.9))
                .withDelay(Duration.ofSeconds(3))
                .withCapacity(Capacity.constant(1000)));

    assertFalse(quality(terrible, "freezeRatio", 1).held("freeze ratio"));
    assertFalse(quality(terrible, "audibleConcealment", 1).held("audible concealment"));
    assertFalse(quality(terrible, "framesDecoded", 0).held("frames decoded"));
  }

  @Test
  public void aNetworkOfItsOwnLineIsJudgedByIt() {
    Properties lines = new Properties();
    lines.setProperty("impaired-call.freeze.loss-5", "0.42");
    Bounds bounds = Bounds.builtIn().with(lines);
    PathFigures path = new PathFigures(0, 0.05, Double.POSITIVE_INFINITY);

    assertEquals(new NetworkBounds(bounds, "loss-5@both", path).freeze(), 0.42);
    assertTrue(new NetworkBounds(bounds, "loss-6", path).freeze() != 0.42);
  }

  @Test
  public void setUpIsCountedFromTheFirstCheckOfThePath() {
    FakeCall quick =
        new FakeCall("ideal", IDEAL, IDEAL, Map.of("connecting", 9.0, "connected", 10.0));
    new Quality(Bounds.builtIn()).setUp(quick.call, 0);
    assertEquals(quick.open(), List.of());

    FakeCall slow =
        new FakeCall("ideal", IDEAL, IDEAL, Map.of("connecting", 1.0, "connected", 10.0));
    new Quality(Bounds.builtIn()).setUp(slow.call, 0);
    assertEquals(slow.open().size(), 2);
  }

  @Test
  public void aPathIsWhatItsLinksComeTo() {
    LinkProfile lossy =
        LinkProfile.IDEAL
            .withLoss(new Loss.Independent(0.1))
            .withDelay(Duration.ofMillis(40))
            .withCapacity(Capacity.constant(2_000_000));
    FakeCall fake = new FakeCall("x", link(lossy), link(lossy), Map.of());

    PathFigures path = PathFigures.of(fake.call, fake.offerer, fake.answerer);

    assertEquals(path.roundTrip(), 0.16, 1e-9);
    assertEquals(path.loss(), 0.19, 1e-9);
    assertEquals(path.bitsPerSecond(), 2_000_000.0);
    assertTrue(path.bulkRate() < 500_000, "loss slows a transfer below the capacity");
    assertEquals(PathFigures.of(new FakeCall().call, fake.offerer, fake.answerer).loss(), 0.0);
  }
}
