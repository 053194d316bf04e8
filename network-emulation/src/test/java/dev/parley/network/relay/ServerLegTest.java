package dev.parley.network.relay;

import static dev.parley.network.relay.TwoPeers.PC;
import static dev.parley.network.relay.TwoPeers.bytes;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.stun.StunBuilder;
import dev.parley.network.stun.StunKey;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** Legs to STUN and TURN servers: they cross the participant's own link, once. */
public final class ServerLegTest {
  private static final int A_WHILE_MS = 150;
  private static final int ALLOCATE = 0x0003;
  private static final int ALLOCATE_ERROR = 0x0113;
  private static final int REFRESH = 0x0004;
  private static final int SEND_INDICATION = 0x0016;
  private static final int DATA_INDICATION = 0x0017;
  private static final int DATA = 0x0013;
  private static final long SSRC = 0x0a0b0c0d;
  private static final byte[] CHANNEL_DATA = {0x40, 0, 0, 4, 1, 2, 3, 4};

  private final Relay relay = Relays.start();

  @AfterClass(alwaysRun = true)
  void stop() {
    relay.close();
  }

  /** A participant, a TURN server on loopback, and the socket that stands for the server. */
  private static final class Leg implements AutoCloseable {
    final RelayCall call;
    final FakePeer client = new FakePeer("offU", TwoPeers.v4());
    final FakePeer server = new FakePeer("turn", InetAddress.getLoopbackAddress());
    final RelaySocket forServer;

    Leg(Relay relay) {
      this(relay, NetworkProfile.ideal());
    }

    Leg(Relay relay, NetworkProfile network) {
      call = relay.open(TwoPeers.plan("server", network, NetworkProfile.ideal()));
      forServer = TwoPeers.leased(call, "offerer", client.address());
      call.bind(
          new ServerBinding(
              "offerer", PC, server.address(), server.port(), "user", "secret", forServer));
    }

    byte[] signed(int type, String password) {
      return StunBuilder.of(type, 9)
          .username("user")
          .realm("example.org")
          .integrity(StunKey.longTerm("user", "example.org", password))
          .build();
    }

    long crossed(String participant) {
      RelayTruth.OfParticipant truth = TwoPeers.truth(call, participant);
      return truth.up().offered() * 100 + truth.down().offered();
    }

    @Override
    public void close() {
      call.close();
      client.close();
      server.close();
    }
  }

  @Test
  public void bindingAndAllocatePassBeforeAdmissionAndTheirAnswersToo() {
    try (Leg leg = new Leg(relay)) {
      byte[] first = StunBuilder.of(ALLOCATE, 1).build();
      leg.client.send(first, leg.forServer);
      FakePeer.Received asked = leg.server.receive();
      assertEquals(asked.payload(), first);
      byte[] unauthorized = StunBuilder.of(ALLOCATE_ERROR, 1).realm("example.org").build();
      leg.server.send(unauthorized, asked.from());
      FakePeer.Received answer = leg.client.receive();
      assertEquals(answer.payload(), unauthorized);
      assertEquals(answer.from().getPort(), leg.forServer.port());
      leg.client.send(StunBuilder.bindingRequest(2).build(), leg.forServer);
      leg.server.receive();
      assertEquals(leg.crossed("offerer"), 201, "each way once");
      assertEquals(leg.crossed("answerer"), 0);
    }
  }

  @Test
  public void nothingElsePassesBeforeAdmission() {
    try (Leg leg = new Leg(relay)) {
      List<byte[]> refused =
          List.of(
              bytes("garbage"),
              CHANNEL_DATA,
              StunBuilder.of(REFRESH, 1).build(),
              StunBuilder.of(0x0011, 1).build(),
              leg.signed(REFRESH, "a guess"));
      refused.forEach(one -> leg.client.send(one, leg.forServer));
      assertNull(leg.server.receive(A_WHILE_MS));
      assertEquals(leg.call.truth().refused(), Map.of("unknown-source", (long) refused.size()));
    }
  }

  @Test
  public void longTermCredentialAdmitsEverything() {
    try (Leg leg = new Leg(relay)) {
      leg.client.send(leg.signed(ALLOCATE, "secret"), leg.forServer);
      FakePeer.Received asked = leg.server.receive();
      leg.client.send(CHANNEL_DATA, leg.forServer);
      assertEquals(leg.server.receive().payload(), CHANNEL_DATA);
      leg.server.send(CHANNEL_DATA, asked.from());
      assertEquals(leg.client.receive().payload(), CHANNEL_DATA);
      assertEquals(leg.call.truth().refused(), Map.of());
    }
  }

  @Test
  public void aStreamIsFollowedIntoWhatTurnCarries() {
    LinkProfile losing = LinkProfile.IDEAL.withLoss(new Loss.Explicit(List.of(1, 2), 0));
    NetworkProfile network =
        new NetworkProfile("losing", "", losing, LinkProfile.IDEAL, Schedule.NONE);
    try (Leg leg = new Leg(relay, network)) {
      leg.client.send(leg.signed(ALLOCATE, "secret"), leg.forServer);
      FakePeer.Received asked = leg.server.receive();
      for (int sequence = 0; sequence < 3; sequence++) {
        leg.client.send(carried(SEND_INDICATION, sequence), leg.forServer);
      }
      assertEquals(leg.server.receive().payload(), carried(SEND_INDICATION, 2));
      leg.server.send(carried(DATA_INDICATION, 3), asked.from());
      leg.client.receive();
      assertEquals(
          TwoPeers.truth(leg.call, "answerer").received(),
          List.of(new FlowTruth(SSRC, 2, 0, 0, 2)),
          "lost before the server, which sent nothing on yet");
      assertEquals(
          TwoPeers.truth(leg.call, "offerer").received(), List.of(new FlowTruth(SSRC, 1, 1, 0, 0)));
    }
  }

  private static byte[] carried(int indication, int sequence) {
    byte[] rtp =
        ByteBuffer.allocate(13)
            .put((byte) 0x80)
            .put((byte) 111)
            .putShort((short) sequence)
            .putInt(0)
            .putInt((int) SSRC)
            .array();
    return StunBuilder.of(indication, sequence).attribute(DATA, rtp).build();
  }

  @Test
  public void unprovenRequestsAreRateLimited() {
    try (Leg leg = new Leg(relay)) {
      for (int i = 0; i < 400; i++) {
        leg.client.send(StunBuilder.of(ALLOCATE, i).build(), leg.forServer);
      }
      int passed = 0;
      while (leg.server.receive(A_WHILE_MS) != null) {
        passed++;
      }
      assertTrue(passed >= 50 && passed < 200, passed + " of 400 passed");
      assertEquals(leg.call.truth().refused(), Map.of("too-many", 400L - passed));
    }
  }

  @Test
  public void relayedCandidateHasNoLinkBehindIt() {
    try (TwoPeers peers = new TwoPeers(relay, NetworkProfile.ideal(), NetworkProfile.ideal());
        FakePeer relayed = new FakePeer("offU", TwoPeers.v4())) {
      RelaySocket forRelayed = TwoPeers.leased(peers.call, "offerer", relayed.address());
      peers.call.bind(
          new CandidateBinding(
              "offerer",
              PC,
              true,
              "offU",
              0,
              1,
              "relay",
              relayed.address(),
              relayed.port(),
              forRelayed));
      relayed.send(relayed.check(peers.answerer), peers.forAnswerer);
      FakePeer.Received check = peers.answerer.receiveCheck();
      assertEquals(check.from().getPort(), forRelayed.port());
      peers.answerer.send(peers.answerer.answer(check), check.from());
      relayed.receive();
      assertEquals(offered(peers.call, "offerer"), List.of(0L, 0L));
      assertEquals(offered(peers.call, "answerer"), List.of(1L, 1L));
    }
  }

  private static List<Long> offered(RelayCall call, String name) {
    RelayTruth.OfParticipant own = TwoPeers.truth(call, name);
    return List.of(own.up().offered(), own.down().offered());
  }
}
