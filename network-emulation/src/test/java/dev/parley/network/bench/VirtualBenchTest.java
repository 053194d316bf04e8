package dev.parley.network.bench;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;

import dev.parley.network.bench.VirtualBenchResult.Line;
import dev.parley.network.bench.VirtualBenchResult.Throughput;
import java.util.List;
import org.testng.annotations.Test;

public final class VirtualBenchTest {

  @Test
  public void reachesEveryLine() {
    VirtualBenchResult result = new VirtualBench(1).measure();
    assertTrue(result.lines().size() >= 8, "lines " + result.lines());
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
    Bursts bursts = new Bursts(6, 20, 3);
    assertEquals(bursts.rate(), 0.3);
    assertEquals(bursts.mean(), 2.0);
    assertEquals(new Bursts(0, 20, 0).mean(), 0.0);
  }

  @Test
  public void refusesTooFewPackets() {
    assertThrows(IllegalArgumentException.class, () -> new VirtualBench(1, 100));
  }
}
