package dev.parley.network.truth;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotNull;
import static org.testng.Assert.assertNull;

import dev.parley.network.engine.PacketSink.Passage;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.LinkTruth.OfKind;
import dev.parley.network.model.LinkTruth.Spread;
import dev.parley.network.model.PacketKind;
import dev.parley.network.model.PacketTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

public final class LinkRecorderTest {
  private static final long MILLI = 1_000_000L;

  private static Passage<String> passage(long number, int copy, long bit) {
    return new Passage<>("packet", number, 100, 5 * MILLI, 300, 2 * MILLI, copy, bit);
  }

  @Test
  public void countsWhatHappened() {
    LinkRecorder<String> recorder = new LinkRecorder<>(28);
    for (int i = 0; i < 4; i++) {
      recorder.offered(100);
    }
    recorder.delivered(passage(0, 0, -1), 15 * MILLI);
    recorder.delivered(passage(0, 1, -1), 15 * MILLI);
    recorder.delivered(passage(1, 0, 7), 25 * MILLI);
    recorder.dropped(passage(2, 0, -1), 5 * MILLI, DropCause.QUEUE);
    recorder.departed(passage(0, 0, -1), 15 * MILLI, 15 * MILLI + 50_000);
    recorder.departed(passage(1, 0, 7), 25 * MILLI, 36 * MILLI);
    LinkTruth truth = recorder.truth();
    assertEquals(truth.offered(), 4);
    assertEquals(truth.offeredBytes(), 512);
    assertEquals(truth.delivered(), 3);
    assertEquals(truth.deliveredBytes(), 384);
    assertEquals(truth.dropped(), Map.of(DropCause.QUEUE, 1L));
    assertEquals(truth.duplicated(), 1);
    assertEquals(truth.corrupted(), 1);
    assertNear(truth.delay(), 10, 20);
    assertNear(truth.queueDelay(), 2, 2);
    assertNear(truth.lateness(), 0.05, 11);
    assertEquals(truth.lateShare(), 0.5);
    assertEquals(truth.kinds(), Map.of());
  }

  private static void assertNear(@Nullable Spread spread, double median, double most) {
    assertNotNull(spread);
    if (spread != null) {
      assertEquals(spread.p50(), median, median * 0.002);
      assertEquals(spread.max(), most, most * 0.002);
    }
  }

  @Test
  public void whatWasNotMeasuredIsAbsent() {
    LinkTruth truth = new LinkRecorder<String>(0).truth();
    assertNull(truth.delay());
    assertNull(truth.queueDelay());
    assertNull(truth.lateness());
    assertEquals(truth.dropped(), Map.of());
  }

  @Test
  public void tellsOfEachPacketOnce() {
    List<PacketTruth> told = new ArrayList<>();
    LinkRecorder<String> recorder =
        new LinkRecorder<>(28, packet -> new PacketId(PacketKind.RTP, 7, 9), told::add);
    recorder.delivered(passage(0, 0, 3), 15 * MILLI);
    recorder.delivered(passage(0, 1, 3), 15 * MILLI);
    recorder.departed(passage(0, 0, 3), 15 * MILLI, 16 * MILLI);
    recorder.dropped(passage(1, 0, -1), 6 * MILLI, DropCause.LOSS);
    assertEquals(recorder.truth().kinds(), Map.of(PacketKind.RTP, new OfKind(1, 1)));
    assertEquals(
        told,
        List.of(
            new PacketTruth(
                0,
                5 * MILLI,
                15 * MILLI,
                16 * MILLI,
                100,
                PacketKind.RTP,
                7,
                9,
                null,
                0,
                true,
                300),
            new PacketTruth(
                1,
                5 * MILLI,
                6 * MILLI,
                -1,
                100,
                PacketKind.RTP,
                7,
                9,
                DropCause.LOSS,
                0,
                false,
                300)));
  }

  @Test
  public void timesBeyondTheHistogramCountAsItsEnds() {
    LinkRecorder<String> recorder = new LinkRecorder<>(0);
    recorder.departed(passage(0, 0, -1), 5 * MILLI, 4 * MILLI);
    Spread lateness = recorder.truth().lateness();
    assertEquals(lateness, new Spread(0, 0, 0, 0));
    recorder.departed(passage(0, 0, -1), 0, Long.MAX_VALUE / 2);
    assertEquals(recorder.truth().lateShare(), 0.5);
  }
}
