package dev.parley.harness.stats;

import static dev.parley.harness.stats.Raw.json;
import static org.testng.Assert.assertEquals;

import java.util.Map;
import org.testng.annotations.Test;

public class ReceivedTotalsTest {

  @Test
  public void bytesAreThoseOfTheTransportOrOfThePairs() {
    String pairs =
        "{id: 'P', type: 'candidate-pair', bytesReceived: 70},"
            + "{id: 'Q', type: 'candidate-pair', bytesReceived: 20}";
    String transport = "{id: 'T', type: 'transport', bytesReceived: 120}";

    assertEquals(ReceivedTotals.of(json("[" + pairs + "]")).bytes(), 90);
    assertEquals(ReceivedTotals.of(json("[" + pairs + "," + transport + "]")).bytes(), 120);
    assertEquals(ReceivedTotals.of(json("[]")).bytes(), 0);
  }

  @Test
  public void retransmissionsAreNoPacketsOfTheStreamItself() {
    assertEquals(
        ReceivedTotals.of(
                json(
                    "[{id: 'A', type: 'inbound-rtp', kind: 'audio', ssrc: 1, packetsReceived: 50},"
                        + "{id: 'B', type: 'inbound-rtp', kind: 'video', ssrc: 2, rtxSsrc: 3,"
                        + " packetsReceived: 90, retransmittedPacketsReceived: 7},"
                        + "{id: 'C', type: 'inbound-rtp', kind: 'video', ssrc: 4, rtxSsrc: 5,"
                        + " packetsReceived: 90}]"))
            .packets(),
        Map.of(1L, 50L, 2L, 83L));
  }

  @Test
  public void aPageMaySayAnything() {
    assertEquals(
        ReceivedTotals.of(json("{a: [1, {type: 'transport', bytesReceived: 'many'}]}")),
        new ReceivedTotals(0, Map.of()));
  }
}
