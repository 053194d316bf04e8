package dev.parley.network.check;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.check.CheckResult.Verdict;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.LinkTruth.Spread;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.PacketKind;
import dev.parley.network.model.PacketTruth;
import dev.parley.network.preset.NetworkCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Verdicts over arrivals that were made up, with the engine's own prediction of them. */
public class WayJudgeTest {
  private static final NetworkCatalogue PRESETS = NetworkCatalogue.presets();
  private static final long START = 5_000_000_000L;
  private static final Spread PUNCTUAL = new Spread(0.05, 0.1, 0.5, 3);
  private static final long LOST = Fates.NEVER;

  private static CheckResult check(String name, Spread late, double share, LongUnaryOperator way) {
    NetworkProfile profile = PRESETS.get(name).profile();
    ProbePlan plan = ProbePlan.of(profile, Direction.UP, Duration.ofSeconds(3));
    int packets = plan.atNanos().size();
    Arrivals arrivals = new Arrivals(packets);
    for (int i = 0; i < packets; i++) {
      arrivals.hear(truth(i, START + plan.atNanos().get(i), DropCause.LOSS));
    }
    Fates predicted =
        Prediction.of(profile, 7, Direction.UP, arrivals, plan, START, START + 20_000_000_000L);
    Fates received = new Fates(packets);
    for (int i = 0; i < packets; i++) {
      long came = predicted.exit(i) == LOST ? LOST : way.applyAsLong(predicted.exit(i));
      if (predicted.exit(i) != LOST) {
        arrivals.hear(truth(i, START + plan.atNanos().get(i), null));
      }
      if (came != LOST) {
        received.out(i, came, true);
      }
    }
    WayObserved observed =
        new WayObserved(
            Direction.UP, plan, arrivals, predicted, received, counted(packets, late, share));
    WayJudge judge = new WayJudge(observed, profile);
    return new CheckResult(name, 7, 3, List.of(judge.result()), judge.busy());
  }

  private static PacketTruth truth(int number, long arrival, @Nullable DropCause dropped) {
    return new PacketTruth(
        number, arrival, 0, -1, 100, PacketKind.OTHER, -1, -1, dropped, 0, false, 0);
  }

  private static LinkTruth counted(long offered, Spread late, double share) {
    return new LinkTruth(offered, 0, 0, 0, Map.of(), 0, 0, null, null, 0, late, share);
  }

  private static CheckResult.Line line(CheckResult result, String what) {
    return result.ways().get(0).lines().stream()
        .filter(line -> line.what().startsWith(what))
        .findFirst()
        .orElseThrow();
  }

  @DataProvider
  public Object[][] names() {
    return new Object[][] {{"rfc8868-d50-l0-q300"}, {"3g"}, {"satellite"}, {"ideal"}};
  }

  @Test(dataProvider = "names")
  public void agreesWithWhatIsPunctual(String name) {
    CheckResult result = check(name, PUNCTUAL, 0, due -> due + 60_000);

    assertEquals(result.verdict(), Verdict.AGREED, result.toString());
  }

  @Test
  public void differsWhereTheDelayDoes() {
    CheckResult result = check("ideal", PUNCTUAL, 0, due -> due + 60_000);
    assertEquals(result.verdict(), Verdict.AGREED, result.toString());
    assertEquals(line(result, "delay").achieved(), 0.06, 0.001);

    CheckResult.Line off = new CheckResult.Line("delay", "ms", 0.0, 0, 2.1, 2);
    CheckResult.Way way = new CheckResult.Way("up", 1, 1, List.of(off), null);
    assertEquals(new CheckResult("x", 1, 1, List.of(way), List.of()).verdict(), Verdict.DIFFERS);
    assertEquals(
        new CheckResult("x", 1, 1, List.of(way), List.of("late")).verdict(), Verdict.TOO_BUSY);
  }

  @Test
  public void fillsTheBottleneck() {
    CheckResult.Line rate =
        line(check("rfc8868-d50-l0-q300", PUNCTUAL, 0, due -> due + 60_000), "rate");

    assertEquals(rate.asked(), 4.0);
    assertEquals(rate.predicted(), 4.0, 0.1);
    assertTrue(rate.agrees());
  }

  @Test
  public void countsPacketsOfAnotherFate() {
    long[] seen = {0};
    CheckResult result =
        check("ideal", PUNCTUAL, 0, due -> seen[0]++ % 100 == 0 ? LOST : due + 60_000);

    assertEquals(line(result, "packets of another fate").achieved(), 30, 1);
    assertTrue(!line(result, "loss").agrees());
  }

  /** The emulator's quantiles and share, the receiver's lateness in ms, and what is said. */
  @DataProvider
  public Object[][] troubles() {
    return new Object[][] {
      {new Spread(1, 2.1, 3, 4), 0.0, 0L, "up: the emulator was 2.1 ms late at the 95 % quantile"},
      {PUNCTUAL, 0.02, 0L, "up: the emulator was over 10 ms late with 2.0 % of the packets"},
      {PUNCTUAL, 0.0, 3L, "up: the receiver was 3.0 ms late at the 95 % quantile"},
    };
  }

  @Test(dataProvider = "troubles")
  public void tellsNothingOnAMachineThatWasTooBusy(
      Spread late, double share, long receiverMs, String expected) {
    CheckResult result = check("ideal", late, share, due -> due + receiverMs * 1_000_000);

    assertEquals(result.verdict(), Verdict.TOO_BUSY);
    assertTrue(result.busy().get(0).startsWith(expected), result.busy().toString());
  }

  @Test
  public void takesLatenessInProportionToALongDelay() {
    CheckResult result = check("satellite", new Spread(1, 20, 21, 22), 0, due -> due + 20_000_000);

    assertTrue(
        result.busy().stream().noneMatch(why -> why.contains("95 % quantile")),
        result.busy().toString());
  }
}
