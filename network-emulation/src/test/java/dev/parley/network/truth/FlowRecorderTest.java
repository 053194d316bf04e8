package dev.parley.network.truth;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.PacketKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class FlowRecorderTest {

  private static PacketId rtp(long ssrc, int sequence) {
    return new PacketId(PacketKind.RTP, ssrc, sequence & 0xFFFF);
  }

  private static FlowTruth only(FlowRecorder recorder) {
    assertEquals(recorder.truth().size(), 1);
    return recorder.truth().get(0);
  }

  @Test
  public void knowsOfALossOnceALaterOneCame() {
    FlowRecorder flows = new FlowRecorder();
    flows.delivered(rtp(7, 65_534));
    flows.dropped(rtp(7, 65_535));
    flows.dropped(rtp(7, 0));
    assertEquals(only(flows), new FlowTruth(7, 0, 1, 0, 2));
    flows.delivered(rtp(7, 1));
    assertEquals(only(flows), new FlowTruth(7, 0, 2, 2, 2));
    flows.dropped(rtp(7, 2));
    assertEquals(only(flows).lost(), 2);
  }

  @Test
  public void countsALossBehindALaterOneAtOnce() {
    FlowRecorder flows = new FlowRecorder();
    flows.delivered(rtp(7, 10));
    flows.delivered(rtp(7, 12));
    flows.dropped(rtp(7, 11));
    assertEquals(only(flows).lost(), 1);
  }

  @Test
  public void missesNothingBeforeTheFirst() {
    FlowRecorder flows = new FlowRecorder();
    flows.dropped(rtp(7, 9));
    flows.delivered(rtp(7, 10));
    assertEquals(only(flows), new FlowTruth(7, 0, 1, 0, 1));
  }

  @Test
  public void aCopyThatCameMakesGoodForTheOther() {
    FlowRecorder flows = new FlowRecorder();
    flows.delivered(rtp(7, 1));
    flows.dropped(rtp(7, 2));
    flows.delivered(rtp(7, 3));
    assertEquals(only(flows).lost(), 1);
    flows.delivered(rtp(7, 2));
    flows.delivered(rtp(7, 3));
    flows.dropped(rtp(7, 3));
    assertEquals(only(flows), new FlowTruth(7, 0, 3, 0, 0));
  }

  @Test
  public void keepsStreamsApartAndIgnoresOthers() {
    FlowRecorder flows = new FlowRecorder();
    flows.sent(rtp(1, 5));
    flows.sent(rtp(2, 5));
    flows.sent(rtp(2, 6));
    flows.sent(new PacketId(PacketKind.RTCP, 3, PacketId.NONE));
    assertEquals(flows.truth().stream().map(FlowTruth::sent).toList(), List.of(1L, 2L));
  }

  @Test
  public void rubbishDoesNotFillTheMemory() {
    FlowRecorder recorder = new FlowRecorder();
    for (int ssrc = 0; ssrc < 5000; ssrc++) {
      recorder.sent(rtp(ssrc, 0));
    }
    assertEquals(recorder.truth().size(), 1000);
  }

  @DataProvider
  Object[][] seeds() {
    return new Object[][] {{1L}, {2L}, {3L}, {4L}, {5L}};
  }

  /** Against sets of unwrapped numbers, over several turns of the 16 bits. */
  @Test(dataProvider = "seeds")
  public void agreesWithSetsOfWholeNumbers(long seed) {
    Random random = new Random(seed);
    FlowRecorder flows = new FlowRecorder();
    int first = random.nextInt(65_536);
    List<long[]> events = shuffledNearby(random, 200_000);
    Set<Long> came = new HashSet<>();
    Set<Long> fell = new HashSet<>();
    long highest = -1;
    for (long[] event : events) {
      PacketId packet = rtp(7, (int) ((first + event[0]) & 0xFFFF));
      if (event[1] == 1) {
        flows.dropped(packet);
        fell.add(event[0]);
      } else {
        flows.delivered(packet);
        came.add(event[0]);
        highest = Math.max(highest, event[0]);
      }
    }
    long lowest = events.stream().filter(event -> event[1] == 0).findFirst().orElseThrow()[0];
    long last = highest;
    long lost = fell.stream().filter(number -> number > lowest && number < last).count();
    assertEquals(only(flows), new FlowTruth(7, 0, came.size(), lost, fell.size()), "seed " + seed);
  }

  /** Numbers out of order by up to 20, of which one in ten falls, in bursts as well. */
  private static List<long[]> shuffledNearby(Random random, int count) {
    List<long[]> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean burst = i % 5000 > 4800;
      events.add(new long[] {i, i > 20 && (burst || random.nextInt(10) == 0) ? 1 : 0});
    }
    for (int i = 21; i + 20 < count; i++) {
      int other = i + random.nextInt(20);
      long[] held = events.get(i);
      events.set(i, events.get(other));
      events.set(other, held);
    }
    return events;
  }
}
