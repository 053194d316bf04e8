package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.Amount;
import dev.parley.harness.Arrivals;
import dev.parley.harness.ChannelPolicy;
import dev.parley.harness.FileTransfer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class ChannelTransfersTest {

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  public void aFileThatArrivedTellsItsThroughput() {
    FileTransfer file =
        ChannelTransfers.transfer(
            json(
                "{'bytes': 1000000, 'equal': true, 'seconds': 2, 'waits': 3, 'lowEvents': 3,"
                    + " 'mostBuffered': 70000}"));

    assertTrue(file.equal());
    assertEquals(file.throughput(), Amount.of(4_000_000, "bit/s"));
    assertEquals(file.mostBuffered(), Amount.of(70_000, "bytes"));
  }

  @Test
  public void aFileThatNeverCameHasNoThroughput() {
    FileTransfer file =
        ChannelTransfers.transfer(
            json("{'bytes': 1000000, 'equal': false, 'error': 'TimeoutError: late', 'waits': 1}"));

    assertFalse(file.equal());
    assertEquals(file.error(), "TimeoutError: late");
    assertEquals(file.throughput(), Amount.absent("bit/s"));
  }

  @Test
  public void arrivalsTellWhatIsMissingAndWhatCameTwice() {
    Arrivals arrivals = ChannelTransfers.arrivals(5, json("{'numbers': [0, 1, 1, 4]}"));

    assertEquals(arrivals, new Arrivals(5, List.of(0, 1, 1, 4)));
    assertEquals(arrivals.missing(), 2);
    assertEquals(arrivals.surplus(), 1);
    assertTrue(arrivals.isInOrder());
    assertFalse(new Arrivals(3, List.of(1, 0, 2)).isInOrder());
    assertEquals(new Arrivals(2, List.of(0, 1, 7)).surplus(), 1, "number 7 was never sent");
  }

  @Test
  public void aPolicySaysOnlyWhatItLimits() {
    assertEquals(ChannelPolicy.RELIABLE.asInit(), Map.of("ordered", true));
    ChannelPolicy brief = new ChannelPolicy(false, null, Duration.ofMillis(50));
    assertEquals(brief.asInit(), Map.of("ordered", false, "maxPacketLifeTime", 50L));
    assertFalse(brief.isReliable());
    expectThrows(
        IllegalArgumentException.class, () -> new ChannelPolicy(true, 1, Duration.ofMillis(50)));
  }
}
