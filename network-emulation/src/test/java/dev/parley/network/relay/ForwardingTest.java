package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNull;

import dev.parley.network.model.NetworkProfile;
import java.util.Map;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Packets between two peers, each of which sees only sockets of the relay. */
public final class ForwardingTest {
  private Relay relay = Relays.start();

  @BeforeClass
  void start() {
    relay.close();
    relay = Relays.start();
  }

  @AfterClass(alwaysRun = true)
  void stop() {
    relay.close();
  }

  @Test
  public void checksAndDataCrossBothWays() {
    try (TwoPeers peers = new TwoPeers(relay, NetworkProfile.ideal(), NetworkProfile.ideal())) {
      peers.connect();
      peers.offerer.send(TwoPeers.bytes("to the answerer"), peers.forAnswerer);
      FakePeer.Received there = peers.answerer.receive();
      assertEquals(there.text(), "to the answerer");
      assertEquals(there.from().getPort(), peers.forOfferer.port());
      peers.answerer.send(TwoPeers.bytes("to the offerer"), peers.forOfferer);
      FakePeer.Received back = peers.offerer.receive();
      assertEquals(back.text(), "to the offerer");
      assertEquals(back.from().getPort(), peers.forAnswerer.port());
    }
  }

  @Test
  public void nothingPassesBeforeAdmission() {
    try (TwoPeers peers = new TwoPeers(relay, NetworkProfile.ideal(), NetworkProfile.ideal())) {
      peers.offerer.send(TwoPeers.bytes("too early"), peers.forAnswerer);
      assertNull(peers.answerer.receive(200));
      assertEquals(peers.call.truth().refused(), Map.of("garbage", 1L));
    }
  }
}
