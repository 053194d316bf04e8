package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.PacketKind;
import dev.parley.network.model.Trace;
import dev.parley.network.truth.FlowRecorder;
import dev.parley.network.truth.LinkRecorder;
import dev.parley.network.truth.PacketId;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** An hour of traffic at 400 packets a second leaves nothing behind. */
public final class MemoryTest {
  private static final long GAP_NANOS = 2_500_000;
  private static final int HOUR = 3600 * 400;

  /** A packet. */
  private record Packet(int sequence, int bytes) {}

  @DataProvider
  Object[][] capacities() {
    Trace trace = new Trace("test", new int[] {5, 10, 17, 300});
    return new Object[][] {
      {Capacity.UNLIMITED}, {Capacity.constant(3_000_000)}, {new Capacity.Traced(trace, true)},
    };
  }

  @Test(dataProvider = "capacities")
  public void holdsNoMoreThanIsOnItsWay(Capacity capacity) {
    LinkProfile link =
        LinkProfile.IDEAL
            .withCapacity(capacity)
            .withDelay(Duration.ofMillis(100))
            .withJitter(new Jitter.TruncatedNormal(Duration.ofMillis(20), 3, true))
            .withLoss(new Loss.Independent(0.02))
            .withDuplicate(0.01);
    Recording recording = new Recording();
    AccessLink<Packet> access =
        Links.create(NetworkProfile.symmetric("test", "of a test", link), 1, "alice");
    access.startSchedule(0);
    int most = 0;
    List<WeakReference<Packet>> watched = new ArrayList<>();
    for (int i = 0; i < HOUR; i++) {
      long now = i * GAP_NANOS;
      access.poll(now, recording);
      Packet packet = new Packet(i & 0xFFFF, 1000);
      if (i % 10_000 == 0) {
        watched.add(new WeakReference<>(packet));
      }
      recording.send(packet);
      access.enqueue(now, Direction.UP, packet, packet.bytes());
      most = Math.max(most, access.held(Direction.UP));
    }
    // 300 ms of queue (and, for a trace, as long again), 160 ms of delay, at 400 a second.
    assertTrue(most < 400, "held " + most);
    access.poll(HOUR * GAP_NANOS + 60_000_000_000L, recording);
    assertEquals(access.held(Direction.UP), 0);
    System.gc();
    assertTrue(
        watched.stream().filter(reference -> reference.get() != null).count() <= 1,
        "packets that left are still held");
    recording.agrees();
  }

  /** Records as a driver would. */
  private static final class Recording implements AccessLink.Sinks<Packet>, PacketSink<Packet> {
    private final LinkRecorder<Packet> link = new LinkRecorder<>(28);
    private final FlowRecorder flows = new FlowRecorder();

    void send(Packet packet) {
      link.offered(packet.bytes());
      flows.sent(id(packet));
    }

    private static PacketId id(Packet packet) {
      return new PacketId(PacketKind.RTP, 7, packet.sequence());
    }

    void agrees() {
      assertEquals(link.truth().offered(), HOUR);
      assertEquals(
          link.truth().delivered() - link.truth().duplicated() + link.truth().droppedInAll(), HOUR);
      assertEquals(flows.truth().get(0).sent(), HOUR);
      assertEquals(flows.truth().get(0).dropped(), link.truth().droppedInAll());
      assertEquals(
          flows.truth().get(0).delivered(), link.truth().delivered() - link.truth().duplicated());
      // What was dropped after the last that came, nobody can know of.
      assertEquals(flows.truth().get(0).lost() * 1.0, (double) link.truth().droppedInAll(), 200.0);
    }

    @Override
    public PacketSink<Packet> of(Direction direction) {
      return this;
    }

    @Override
    public void changed(long atNanos, Direction direction, LinkProfile now, String why) {}

    @Override
    public void delivered(Passage<Packet> passage, long dueNanos) {
      link.delivered(passage, dueNanos);
      link.departed(passage, dueNanos, dueNanos + 20_000);
      flows.delivered(id(passage.packet()));
    }

    @Override
    public void dropped(Passage<Packet> passage, long atNanos, DropCause cause) {
      link.dropped(passage, atNanos, cause);
      flows.dropped(id(passage.packet()));
    }
  }
}
