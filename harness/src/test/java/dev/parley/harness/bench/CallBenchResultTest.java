package dev.parley.harness.bench;

import static java.util.Objects.requireNonNull;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.bench.CallBenchResult.Line;
import dev.parley.harness.bench.CallBenchResult.Reached;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class CallBenchResultTest {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private static Round round(double overhead, @Nullable Double busy, Double... costs) {
    Idle before = new Idle(busy, 0.5, 0.01);
    return new Round("done", 10 + overhead, 10, 2.5, null, 15, List.of(costs), before);
  }

  private static CallBenchResult result(double parley, double bare, double warm, double busy) {
    List<Round> ours =
        List.of(
            round(parley, busy, 1.0, 3.0), round(parley + 9, busy, 1.5), round(parley - 1, busy));
    List<Round> theirs = List.of(round(bare, busy), round(bare, busy));
    return new CallBenchResult(WINDOW, ours, theirs, List.of(warm, warm, 99.0), 6);
  }

  @DataProvider
  Object[][] verdicts() {
    return new Object[][] {
      {4.4, 4.0, 1.6, 0.05, Reached.YES, Reached.YES},
      {4.5, 4.0, 1.7, 0.05, Reached.NO, Reached.NO},
      {4.5, 4.0, 1.7, 0.5, Reached.CANNOT_TELL, Reached.CANNOT_TELL},
      {4.4, 4.0, 1.6, 0.5, Reached.CANNOT_TELL, Reached.CANNOT_TELL},
    };
  }

  @Test(dataProvider = "verdicts")
  public void judgesRatiosOfMedians(
      double parley, double bare, double warm, double busy, Reached one, Reached cell) {
    CallBenchResult result = result(parley, bare, warm, busy);
    List<Line> lines = result.lines();
    assertEquals(requireNonNull(lines.get(0).judged()), parley / bare, 1e-9);
    assertEquals(requireNonNull(lines.get(1).judged()), warm / bare, 1e-9);
    assertEquals(result.reached(lines.get(0)), one);
    assertEquals(result.reached(lines.get(1)), cell);
  }

  @Test
  public void whatWasNotMeasuredIsAbsent() {
    CallBenchResult none =
        new CallBenchResult(
            Duration.ofSeconds(3), List.of(round(4, null)), List.of(round(4, null)), List.of(), 0);
    Line warm = none.lines().get(1);
    assertNull(warm.parley());
    assertEquals(none.reached(warm), Reached.CANNOT_TELL);
    Line firstFrame = none.lines().get(3);
    assertNull(firstFrame.parley());
    Line cpu = none.lines().get(4);
    assertNull(cpu.peer(), "the peer's figure is for ten seconds");
    Line probe = none.lines().get(5);
    assertNull(probe.judged());
    assertEquals(none.reached(probe), Reached.CANNOT_TELL);
  }

  @Test
  public void tellsEveryFigureAndThePeers() {
    StringWriter text = new StringWriter();
    new CallBenchText(new PrintWriter(text)).print(result(4.4, 4.0, 1.6, 0.5));
    for (String part : List.of("4.40 s", "4.20 s", "15.80 s", "1.50 ms", "too busy to tell")) {
      assertTrue(text.toString().contains(part), part + " is missing in:\n" + text);
    }
  }

  @DataProvider
  Object[][] medians() {
    return new Object[][] {
      {List.of(), null},
      {List.of(3.0), 3.0},
      {List.of(9.0, 1.0), 5.0},
      {List.of(9.0, 1.0, 2.0), 2.0}
    };
  }

  @Test(dataProvider = "medians")
  public void medianOfAnyNumber(List<Double> values, @Nullable Double expected) {
    assertEquals(Figures.median(values), expected);
  }
}
