package dev.parley.network.realtime;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.PacketTruth;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.testng.annotations.Test;

/** Real packets over one emulated link. */
public final class LoopbackLinkTest {
  private static final int PACKETS = 200;

  @Test
  public void delayIsKeptAndOrderToo() throws IOException {
    LinkProfile slow = LinkProfile.IDEAL.withDelay(Duration.ofMillis(20));
    List<PacketTruth> seen = new CopyOnWriteArrayList<>();
    try (Ends ends = new Ends(slow, seen)) {
      long[] sentAt = new long[PACKETS];
      for (int i = 0; i < PACKETS; i++) {
        sentAt[i] = System.nanoTime();
        ends.send(i);
      }
      for (int i = 0; i < PACKETS; i++) {
        assertEquals(ends.receive(), i);
        long took = System.nanoTime() - sentAt[i];
        assertTrue(took >= 20_000_000, "packet " + i + " took only " + took + " ns");
      }
    }
    assertEquals(seen.size(), PACKETS);
    assertTrue(seen.stream().allMatch(it -> it.dueNanos() - it.arrivalNanos() == 20_000_000));
    assertTrue(seen.stream().allMatch(it -> it.departedNanos() >= it.dueNanos()));
  }

  @Test
  public void dropsAreTold() throws IOException {
    LinkProfile lossy = LinkProfile.IDEAL.withLoss(new Loss.Periodic(10, 3, 0));
    List<PacketTruth> seen = new CopyOnWriteArrayList<>();
    try (Ends ends = new Ends(lossy, seen)) {
      for (int i = 0; i < PACKETS; i++) {
        ends.send(i);
      }
      for (int i = 0; i < PACKETS; i++) {
        if (i % 10 >= 3) {
          assertEquals(ends.receive(), i);
        }
      }
      assertEquals(ends.link.truth(Direction.UP).droppedInAll(), PACKETS * 3 / 10);
      assertEquals(ends.link.truth(Direction.UP).offered(), PACKETS);
    }
    assertEquals(seen.stream().filter(it -> it.dropped() != null).count(), PACKETS * 3 / 10);
  }

  private static final class Ends implements AutoCloseable {
    private final LoopbackLink link;
    private final DatagramSocket near;
    private final DatagramSocket far;

    private Ends(LinkProfile profile, List<PacketTruth> seen) throws IOException {
      near = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      far = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      far.setSoTimeout(5_000);
      link =
          LoopbackLink.open(
              NetworkProfile.symmetric("test", "a test", profile),
              1,
              (direction, truth) -> seen.add(truth),
              PreciseTimer.create());
      link.exit(Direction.UP, (InetSocketAddress) far.getLocalSocketAddress());
    }

    private void send(int number) throws IOException {
      byte[] payload = ByteBuffer.allocate(100).putInt(number).array();
      near.send(new DatagramPacket(payload, payload.length, link.entrance(Direction.UP)));
    }

    private int receive() throws IOException {
      DatagramPacket packet = new DatagramPacket(new byte[200], 200);
      try {
        far.receive(packet);
      } catch (SocketTimeoutException e) {
        throw new AssertionError(
            "no packet came within 5 s; the link says " + link.truth(Direction.UP), e);
      }
      return ByteBuffer.wrap(packet.getData()).getInt();
    }

    @Override
    public void close() {
      link.close();
      near.close();
      far.close();
    }
  }
}
