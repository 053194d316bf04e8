package dev.parley.network.preset;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Reorder;
import dev.parley.network.model.Trace;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

public class LinkWordsTest {
  private static final Duration FIVE = Duration.ofMillis(5);

  @Test
  public void saysCapacities() {
    assertEquals(LinkWords.of(Capacity.UNLIMITED), "unlimited");
    assertEquals(LinkWords.of(Capacity.constant(1_200_000)), "1.2M");
    assertEquals(
        LinkWords.of(
            new Capacity.Steps(
                List.of(
                    new Capacity.Step(Duration.ZERO, 2_000_000),
                    new Capacity.Step(Duration.ofSeconds(4), 500_000)),
                Duration.ofSeconds(9))),
        "2M from 0ms, 500k from 4s, again after 9s");
    assertEquals(
        LinkWords.of(new Capacity.Traced(new Trace("t", new int[] {4, 12}), false)),
        "trace t: 2.00M on average, 12ms, once");
  }

  @Test
  public void saysJitter() {
    assertEquals(LinkWords.of(Jitter.NONE), "none");
    assertEquals(
        LinkWords.of(Jitter.TruncatedNormal.of(FIVE)), "normal, sigma 5ms, cut at 3 sigma");
    assertEquals(
        LinkWords.of(new Jitter.Uniform(FIVE, true)), "uniform, up to 5ms either way, reordering");
    assertEquals(
        LinkWords.of(new Jitter.Pareto(FIVE, 2.5, Duration.ofSeconds(1), false)),
        "Pareto, scale 5ms, shape 2.5, at most 1s");
  }

  @Test
  public void saysLoss() {
    assertEquals(LinkWords.of(Loss.NONE), "none");
    assertEquals(LinkWords.of(new Loss.Independent(0.002)), "0.2%");
    assertEquals(
        LinkWords.of(new Loss.GilbertElliott(0.01, 0.25, 0, 1)),
        "3.8462% on average (Gilbert-Elliott: to bad 1%, to good 25%, lost in good 0%, in bad"
            + " 100%)");
    assertEquals(
        LinkWords.of(new Loss.Periodic(100, 5, 7)), "5 of every 100 packets, after the first 7");
    assertEquals(
        LinkWords.of(new Loss.Explicit(List.of(1, 5), 10)),
        "2 packets of a list, again after 10 packets");
  }

  @Test
  public void saysQueuesAndReordering() {
    assertEquals(LinkWords.of(Queue.DEFAULT), "300ms, drops the newest");
    assertEquals(
        LinkWords.of(new Queue.DropHead(new Queue.Limit.Packets(9))),
        "9 packets, drops the oldest");
    assertEquals(
        LinkWords.of(Queue.CoDel.standard()),
        "CoDel, target 5ms, interval 100ms, at most 1000 packets");
    assertEquals(LinkWords.of(Reorder.NONE), "none");
    assertEquals(LinkWords.of(new Reorder(0.01, FIVE)), "1% held back for 5ms");
  }

  @Test
  public void saysChanges() {
    assertEquals(LinkWords.of(LinkChange.NOTHING), "");
    assertEquals(
        LinkWords.of(
            new LinkChange(
                Capacity.constant(1_000_000),
                FIVE,
                Jitter.NONE,
                Loss.NONE,
                true,
                Queue.CoDel.standard())),
        "capacity 1M, delay 5ms, jitter none, loss none, outage, queue CoDel, target 5ms, interval"
            + " 100ms, at most 1000 packets");
  }
}
