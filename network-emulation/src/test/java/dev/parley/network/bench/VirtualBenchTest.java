package dev.parley.network.bench;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;

import dev.parley.network.bench.VirtualBenchResult.Line;
import dev.parley.network.bench.VirtualBenchResult.Throughput;
import dev.parley.network.model.Capacity.Step;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

public final class VirtualBenchTest {

  @Test
  public void reachesEveryLine() {
    VirtualBenchResult result = new VirtualBench(1, 400_000).measure();
    assertTrue(result.lines().size() >= 11, "lines " + result.lines());
    for (Line line : result.lines()) {
      assertTrue(line.reached(), line.toString());
    }
    assertTrue(result.throughput().engine() > 0);
    assertTrue(result.throughput().plainQueue() > 0);
  }

  @Test
  public void oneLineBeyondItsBoundIsSeen() {
    Line good = new Line("loss", "%", 5, 5.01, 0.02);
    Line bad = new Line("loss", "%", 5, 5.03, 0.02);
    assertTrue(good.reached());
    assertFalse(bad.reached());
    assertFalse(new VirtualBenchResult(1, List.of(good, bad), new Throughput(1, 1)).reached());
  }

  @Test
  public void countsBursts() {
    Bursts bursts = new Bursts();
    for (long number : new long[] {1, 2, 6, 7, 8}) {
      bursts.came(number, 0);
    }
    assertEquals(bursts.rate(10), 0.5);
    assertEquals(bursts.mean(9), 2.0);
    assertEquals(bursts.mean(10), 5 / 3.0);
    assertEquals(new Bursts().mean(0), 0.0);
  }

  @Test
  public void seesAWrongDepartureTime() {
    Departures departures = new Departures(List.of(new Step(Duration.ZERO, 3_000_000)), 1, 10);
    departures.came(0, 2667 + 10);
    departures.came(1, 5334 + 10);
    assertEquals(departures.worstNanos(), 0);
    departures.came(2, 8001 + 10);
    assertEquals(departures.worstNanos(), 1);
  }

  @Test
  public void refusesTooFewPackets() {
    assertThrows(IllegalArgumentException.class, () -> new VirtualBench(1, 100));
  }
}
