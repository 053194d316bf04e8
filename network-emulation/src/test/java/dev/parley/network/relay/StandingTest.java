package dev.parley.network.relay;

import static dev.parley.network.relay.TwoPeers.PC;
import static dev.parley.network.relay.TwoPeers.bytes;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertNull;

import dev.parley.network.model.NetworkProfile;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** For whom sockets stand: hidden addresses, generations, families, and ends without a probe. */
public final class StandingTest {
  private static final int A_WHILE_MS = 150;
  private static final NetworkProfile IDEAL = NetworkProfile.ideal();

  private final Relay relay = Relays.start();

  @AfterClass(alwaysRun = true)
  void stop() {
    relay.close();
  }

  @Test
  public void hiddenAddressIsLearntFromTheFirstCheck() {
    try (RelayCall call = relay.open(TwoPeers.plan("hidden", IDEAL, IDEAL));
        FakePeer offerer = new FakePeer("offU", TwoPeers.v4());
        FakePeer answerer = new FakePeer("ansU", TwoPeers.v4())) {
      RelaySocket forOfferer = announceHidden(call, "offerer", offerer);
      RelaySocket forAnswerer = announceHidden(call, "answerer", answerer);
      offerer.send(offerer.check(answerer), forAnswerer);
      assertNull(answerer.receive(A_WHILE_MS), "nobody knew where the answerer is");
      assertEquals(call.truth().refused(), Map.of("no-destination", 1L));
      answerer.send(answerer.check(offerer), forOfferer);
      assertEquals(offerer.receiveCheck().from().getPort(), forAnswerer.port());
      offerer.send(offerer.check(answerer), forAnswerer);
      assertEquals(answerer.receiveCheck().from().getPort(), forOfferer.port());
    }
  }

  private static RelaySocket announceHidden(RelayCall call, String name, FakePeer peer) {
    RelaySocket socket = TwoPeers.leased(call, name, peer.address());
    call.credentials(name, PC, true, peer.ufrag(), peer.password());
    call.bind(TwoPeers.host(name, peer, "0f2e7c1a-aaaa-bbbb.local", socket));
    return socket;
  }

  @Test
  public void generationsLiveSideBySide() {
    try (TwoPeers peers =
            new TwoPeers(relay, TwoPeers.plan("restart", IDEAL, IDEAL), TwoPeers.v4());
        FakePeer offerer2 = new FakePeer("off2", TwoPeers.v4());
        FakePeer answerer2 = new FakePeer("ans2", TwoPeers.v4())) {
      peers.connect();
      RelaySocket forOfferer2 = TwoPeers.announce(peers.call, "offerer", offerer2);
      RelaySocket forAnswerer2 = TwoPeers.announce(peers.call, "answerer", answerer2);
      offerer2.send(offerer2.check(answerer2), forAnswerer2);
      assertEquals(answerer2.receiveCheck().from().getPort(), forOfferer2.port());
      answerer2.send(answerer2.check(offerer2), forOfferer2);
      assertEquals(offerer2.receiveCheck().from().getPort(), forAnswerer2.port());
      peers.offerer.send(bytes("old"), peers.forAnswerer);
      assertEquals(peers.answerer.receive().text(), "old");
      offerer2.send(bytes("new"), forAnswerer2);
      assertEquals(answerer2.receive().text(), "new");
    }
  }

  @Test
  public void endWithoutProbeIsStoodForByThePeersProbe() {
    try (RelayCall call = relay.open(TwoPeers.plan("plain", IDEAL, IDEAL));
        FakePeer probed = new FakePeer("offU", TwoPeers.v4());
        FakePeer plain = new FakePeer("farU", TwoPeers.v4())) {
      RelaySocket forProbed = TwoPeers.announce(call, "offerer", probed);
      plain.send(plain.check(probed), forProbed);
      assertNull(probed.receive(A_WHILE_MS), "the plain end's credentials are not known yet");
      call.credentials("offerer", PC, false, plain.ufrag(), plain.password());
      RelaySocket forPlain = TwoPeers.leased(call, "offerer", plain.address());
      call.bind(farEnd(plain, forPlain));
      plain.send(plain.check(probed), forProbed);
      assertEquals(probed.receiveCheck().from().getPort(), forPlain.port());
      probed.send(probed.check(plain), forPlain);
      assertEquals(plain.receiveCheck().from().getPort(), forProbed.port());
      assertEquals(TwoPeers.truth(call, "offerer").up().offered(), 1);
      assertEquals(TwoPeers.truth(call, "offerer").down().offered(), 1);
    }
  }

  private static CandidateBinding farEnd(FakePeer plain, RelaySocket socket) {
    return new CandidateBinding(
        "offerer", PC, false, plain.ufrag(), 0, 1, "host", plain.address(), plain.port(), socket);
  }

  @Test
  public void candidateThatIsARelaySocketMeansWhoeverThatStandsFor() {
    try (TwoPeers peers =
        new TwoPeers(relay, TwoPeers.plan("alias", IDEAL, IDEAL), TwoPeers.v4())) {
      RelaySocket forReflexive = TwoPeers.leased(peers.call, "answerer", peers.answerer.address());
      peers.call.bind(
          new CandidateBinding(
              "answerer",
              PC,
              true,
              peers.answerer.ufrag(),
              0,
              1,
              "srflx",
              peers.forAnswerer.address(),
              peers.forAnswerer.port(),
              forReflexive));
      peers.offerer.send(peers.offerer.check(peers.answerer), forReflexive);
      assertEquals(peers.answerer.receiveCheck().from().getPort(), peers.forOfferer.port());
      assertEquals(TwoPeers.truth(peers.call, "answerer").down().offered(), 1);
    }
  }

  @Test
  public void ofTwoSocketsForOneAddressTheOneOfTheSameMLineSpeaks() {
    try (RelayCall call = relay.open(TwoPeers.plan("lines", IDEAL, IDEAL));
        FakePeer offerer = new FakePeer("offU", TwoPeers.v4());
        FakePeer answerer = new FakePeer("ansU", TwoPeers.v4())) {
      TwoPeers.announce(call, "offerer", offerer);
      RelaySocket second = TwoPeers.leased(call, "offerer", offerer.address());
      call.bind(onSecondLine("offerer", offerer, second));
      call.credentials("answerer", PC, true, answerer.ufrag(), answerer.password());
      RelaySocket forAnswerer = TwoPeers.leased(call, "answerer", answerer.address());
      call.bind(onSecondLine("answerer", answerer, forAnswerer));
      offerer.send(offerer.check(answerer), forAnswerer);
      assertEquals(answerer.receiveCheck().from().getPort(), second.port());
    }
  }

  private static CandidateBinding onSecondLine(String name, FakePeer peer, RelaySocket socket) {
    return new CandidateBinding(
        name, PC, true, peer.ufrag(), 1, 1, "host", peer.address(), peer.port(), socket);
  }

  @Test
  public void ipv6CrossesLikeIpv4() {
    InetAddress v6 =
        v6().orElseThrow(() -> new SkipException("this machine has no IPv6 interface address"));
    try (TwoPeers peers = new TwoPeers(relay, TwoPeers.plan("v6", IDEAL, IDEAL), v6)) {
      peers.connect();
      peers.offerer.send(bytes("six"), peers.forAnswerer);
      FakePeer.Received received = peers.answerer.receive();
      assertEquals(received.text(), "six");
      assertEquals(received.from().getPort(), peers.forOfferer.port());
    }
  }

  @Test
  public void socketOfAnotherFamilyIsNotSpokenFrom() {
    InetAddress v6 =
        v6().orElseThrow(() -> new SkipException("this machine has no IPv6 interface address"));
    try (RelayCall call = relay.open(TwoPeers.plan("families", IDEAL, IDEAL));
        FakePeer offerer = new FakePeer("offU", TwoPeers.v4());
        FakePeer answerer = new FakePeer("ansU", v6)) {
      RelaySocket forOfferer = TwoPeers.announce(call, "offerer", offerer);
      RelaySocket v4ForAnswerer = TwoPeers.leased(call, "answerer", offerer.address());
      call.credentials("answerer", PC, true, answerer.ufrag(), answerer.password());
      call.bind(TwoPeers.host("answerer", answerer, answerer.address(), v4ForAnswerer));
      offerer.send(offerer.check(answerer), v4ForAnswerer);
      FakePeer.Received check = answerer.receiveCheck();
      assertNotEquals(check.from().getPort(), forOfferer.port());
      answerer.send(answerer.answer(check), check.from());
      assertEquals(offerer.receive().from().getPort(), v4ForAnswerer.port());
    }
  }

  private static Optional<InetAddress> v6() {
    return MachineAddresses.find().gathered().stream()
        .filter(one -> one instanceof Inet6Address && !one.isLinkLocalAddress())
        .findFirst();
  }
}
