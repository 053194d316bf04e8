package dev.parley.network.relay;

import static dev.parley.network.relay.TwoPeers.bytes;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.realtime.PreciseTimer;
import dev.parley.network.realtime.UdpChannels;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.Test;

/** What goes wrong in one call stays in it, and is said. */
public final class TroubleTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int A_WHILE_MS = 150;
  private static final NetworkProfile IDEAL = NetworkProfile.ideal();

  @Test
  public void everySocketAnswersTheSelfTest() {
    try (Relay relay = Relays.start();
        TwoPeers peers = new TwoPeers(relay, IDEAL, IDEAL)) {
      peers.call.lease("offerer", 20);
      assertEquals(peers.call.selfTest(PATIENCE), List.of());
      assertEquals(peers.call.truth().refused(), Map.of());
    }
  }

  @Test
  public void sabotagedSocketsFailTheSelfTestOfTheirCallOnly() {
    try (Relay relay = Relays.start();
        TwoPeers broken = new TwoPeers(relay, IDEAL, IDEAL);
        TwoPeers sound = new TwoPeers(relay, IDEAL, IDEAL)) {
      broken.connect();
      broken.call.sabotage();
      broken.offerer.send(bytes("lost"), broken.forAnswerer);
      assertNull(broken.answerer.receive(A_WHILE_MS));
      assertEquals(
          broken.call.selfTest(Duration.ofMillis(300)).size(), broken.call.sockets().size());
      sound.connect();
      assertEquals(sound.call.selfTest(PATIENCE), List.of());
    }
  }

  @Test
  public void burstOverTheQueueIsDroppedAndCounted() {
    LinkProfile narrow =
        LinkProfile.IDEAL
            .withCapacity(Capacity.constant(1_000_000))
            .withQueue(new Queue.DropTail(new Queue.Limit.Packets(10)));
    try (Relay relay = Relays.start();
        TwoPeers peers =
            new TwoPeers(relay, IDEAL, NetworkProfile.symmetric("narrow", "10 packets", narrow))) {
      peers.connect();
      for (int i = 0; i < 100; i++) {
        peers.offerer.send(new byte[1000], peers.forAnswerer);
      }
      int came = 0;
      while (peers.answerer.receive(500) != null) {
        came++;
      }
      long dropped =
          TwoPeers.truth(peers.call, "answerer").down().dropped().getOrDefault(DropCause.QUEUE, 0L);
      assertEquals(came + dropped, 100L);
      assertTrue(dropped > 50, dropped + " dropped");
      assertEquals(peers.call.selfTest(PATIENCE), List.of());
    }
  }

  @Test
  public void noPortLeftIsSaidAndTouchesNoOtherCall() {
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    SocketOpener scarce =
        address -> {
          if (left.getAndDecrement() <= 0) {
            throw new SocketException("Too many open files");
          }
          return UdpChannels.bind(address);
        };
    try (Relay relay = new RunRelay(Links::create, scarce, PreciseTimer.create());
        TwoPeers sound = new TwoPeers(relay, IDEAL, IDEAL);
        RelayCall late = relay.open(TwoPeers.plan("late", IDEAL, IDEAL))) {
      left.set(3);
      PortsExhaustedException refused =
          expectThrows(PortsExhaustedException.class, () -> late.lease("offerer", 50));
      assertTrue(refused.toString().contains("Too many open files"), refused.toString());
      assertEquals(late.sockets().size(), 0, "what was opened before is closed again");
      strangerFindsNoPort(sound);
      sound.connect();
      assertEquals(sound.call.selfTest(PATIENCE), List.of());
    }
  }

  private static void strangerFindsNoPort(TwoPeers peers) {
    try (FakePeer stranger = new FakePeer("offU", TwoPeers.v4())) {
      stranger.send(stranger.check(peers.answerer), peers.forAnswerer);
      assertNull(peers.answerer.receive(A_WHILE_MS));
      assertEquals(peers.call.truth().refused(), Map.of("no-port", 1L));
      assertEquals(TwoPeers.truth(peers.call, "offerer").unbound(), 1);
    }
  }

  @Test
  public void withheldCandidateIsCounted() {
    try (Relay relay = Relays.start();
        TwoPeers peers = new TwoPeers(relay, IDEAL, IDEAL)) {
      peers.call.bind(
          new CandidateBinding("offerer", "pc1", true, "offU", 0, 1, "host", "10.0.0.1", 9, null));
      assertEquals(TwoPeers.truth(peers.call, "offerer").unbound(), 1);
    }
  }

  @Test
  public void participantThatIsGoneLeavesTheOtherAlone() {
    try (Relay relay = Relays.start();
        TwoPeers peers = new TwoPeers(relay, IDEAL, IDEAL)) {
      peers.connect();
      peers.answerer.close();
      peers.call.closed("answerer", TwoPeers.PC);
      for (int i = 0; i < 50; i++) {
        peers.offerer.send(bytes("anybody there"), peers.forAnswerer);
      }
      assertNull(peers.offerer.receive(A_WHILE_MS));
      assertEquals(peers.call.selfTest(PATIENCE), List.of());
    }
  }

  @Test
  public void linkThatThrowsIsGivenUpAndNoOther() {
    AtomicInteger made = new AtomicInteger();
    LinkMaker oneThatThrows =
        (profile, seed, name) ->
            made.getAndIncrement() == 0 ? throwing() : Links.create(profile, seed, name);
    try (Relay relay = new RunRelay(oneThatThrows, UdpChannels::bind, PreciseTimer.create());
        TwoPeers broken = new TwoPeers(relay, IDEAL, IDEAL);
        TwoPeers sound = new TwoPeers(relay, IDEAL, IDEAL)) {
      broken.offerer.send(broken.offerer.check(broken.answerer), broken.forAnswerer);
      assertNull(broken.answerer.receive(A_WHILE_MS));
      assertEquals(broken.call.truth().refused(), Map.of("broken-link", 1L));
      List<String> troubles = broken.call.selfTest(PATIENCE);
      assertEquals(troubles.size(), 1);
      assertTrue(troubles.get(0).contains("a bug of this link"), troubles.get(0));
      sound.connect();
      assertEquals(sound.call.selfTest(PATIENCE), List.of());
    }
  }

  @SuppressWarnings("unchecked")
  private static AccessLink<Datagram> throwing() {
    return (AccessLink<Datagram>)
        Proxy.newProxyInstance(
            AccessLink.class.getClassLoader(),
            new Class<?>[] {AccessLink.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("enqueue")) {
                throw new IllegalStateException("a bug of this link");
              }
              return method.getName().equals("nextEventNanos") ? AccessLink.NEVER : null;
            });
  }

  @Test
  public void socketThatCannotSendHarmsNobodyElse() {
    List<DatagramChannel> opened = new ArrayList<>();
    SocketOpener kept =
        address -> {
          DatagramChannel channel = UdpChannels.bind(address);
          opened.add(channel);
          return channel;
        };
    try (Relay relay = new RunRelay(Links::create, kept, PreciseTimer.create());
        TwoPeers broken = new TwoPeers(relay, IDEAL, IDEAL);
        TwoPeers sound = new TwoPeers(relay, IDEAL, IDEAL)) {
      broken.connect();
      sound.connect();
      closeAt(opened, broken.forOfferer.port());
      broken.offerer.send(bytes("cannot leave"), broken.forAnswerer);
      assertNull(broken.answerer.receive(A_WHILE_MS));
      assertEquals(broken.call.selfTest(Duration.ofMillis(300)).size(), 1);
      sound.offerer.send(bytes("leaves"), sound.forAnswerer);
      assertEquals(sound.answerer.receive().text(), "leaves");
    }
  }

  private static void closeAt(List<DatagramChannel> opened, int port) {
    try {
      for (DatagramChannel channel : opened) {
        if (((InetSocketAddress) channel.getLocalAddress()).getPort() == port) {
          channel.close();
          return;
        }
      }
    } catch (IOException e) {
      throw new AssertionError("cannot close the socket at port " + port, e);
    }
    throw new AssertionError("no socket was opened at port " + port);
  }
}
