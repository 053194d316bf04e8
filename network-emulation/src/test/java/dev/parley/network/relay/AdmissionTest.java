package dev.parley.network.relay;

import static dev.parley.network.relay.TwoPeers.bytes;
import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertNotEquals;
import static org.testng.Assert.assertNull;

import dev.parley.network.model.NetworkProfile;
import dev.parley.network.stun.StunBuilder;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Who may send to a socket of the relay, and what becomes of the rest. */
public final class AdmissionTest {
  private static final int A_WHILE_MS = 150;
  private static final byte[] RTP = {
    (byte) 0x80, 96, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9, 1, 2, 3, 4, 5, 6, 7, 8
  };
  private static final byte[] DTLS = {
    22, (byte) 0xfe, (byte) 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0
  };

  private @Nullable Relay relay;
  private @Nullable TwoPeers peers;

  @BeforeClass
  void start() {
    relay = Relays.start();
  }

  @AfterClass(alwaysRun = true)
  void stop() {
    if (relay != null) {
      relay.close();
    }
  }

  @BeforeMethod
  void open() {
    if (relay != null) {
      peers = new TwoPeers(relay, NetworkProfile.ideal(), NetworkProfile.ideal());
    }
  }

  @AfterMethod(alwaysRun = true)
  void end() {
    if (peers != null) {
      peers.close();
    }
  }

  private TwoPeers peers() {
    if (peers == null) {
      throw new AssertionError("no call was opened");
    }
    return peers;
  }

  @DataProvider
  Object[][] refused() {
    return new Object[][] {
      {"garbage", bytes("hello"), "garbage"},
      {"empty", new byte[0], "garbage"},
      {"RTP", RTP, "unknown-source"},
      {"DTLS", DTLS, "unknown-source"},
      {"a torn check", Arrays.copyOf(check("offU", "ansU", "x"), 30), "garbage"},
      {"an indication", StunBuilder.of(0x0011, 1).build(), "unknown-source"},
      {"an unasked answer", StunBuilder.bindingSuccess(1).integrity("x").build(), "unknown-source"},
      {"an Allocate", StunBuilder.of(0x0003, 1).build(), "unknown-source"},
      {"no username", StunBuilder.bindingRequest(1).integrity("x").build(), "no-integrity"},
      {"no signature", StunBuilder.bindingRequest(1).username("ansU:offU").build(), "no-integrity"},
      {"a forged signature", check("ansU", "offU", "a guess"), "no-integrity"},
      {
        "the sender's own password",
        check("ansU", "offU", "offU-password-of-22-chars"),
        "no-integrity"
      },
      {
        "a sender unknown",
        check("ansU", "none", "ansU-password-of-22-chars"),
        "unknown-credentials"
      },
      {
        "another's socket",
        check("offU", "ansU", "offU-password-of-22-chars"),
        "unknown-credentials"
      },
    };
  }

  private static byte[] check(String to, String from, String password) {
    return StunBuilder.bindingRequest(77).username(to + ":" + from).integrity(password).build();
  }

  @Test(dataProvider = "refused")
  public void isRefusedAndCounted(String what, byte[] payload, String reason) {
    peers().offerer.send(payload, peers().forAnswerer);
    assertNull(peers().answerer.receive(A_WHILE_MS), what + " was forwarded");
    assertEquals(peers().call.truth().refused(), Map.of(reason, 1L), what);
  }

  @Test
  public void wrongFingerprintIsRefused() {
    byte[] check = peers().offerer.check(peers().answerer);
    check[check.length - 1] ^= 1;
    peers().offerer.send(check, peers().forAnswerer);
    assertNull(peers().answerer.receive(A_WHILE_MS));
    assertEquals(peers().call.truth().refused(), Map.of("no-integrity", 1L));
  }

  @Test
  public void soundCheckOpensTheWayForAllThatFollows() {
    peers().connect();
    peers().offerer.send(RTP, peers().forAnswerer);
    assertEquals(peers().answerer.receive().payload(), RTP);
    peers().answerer.send(DTLS, peers().forOfferer);
    assertEquals(peers().offerer.receive().payload(), DTLS);
    assertEquals(peers().call.truth().refused(), Map.of());
  }

  @Test
  public void answerOfOneWhoNeverChecksIsEnough() {
    peers().offerer.send(peers().offerer.check(peers().answerer), peers().forAnswerer);
    FakePeer.Received check = peers().answerer.receiveCheck();
    peers().answerer.send(RTP, check.from());
    assertNull(peers().offerer.receive(A_WHILE_MS), "media came before an answer");
    peers().answerer.send(peers().answerer.answer(check), check.from());
    peers().offerer.receive();
    peers().answerer.send(RTP, check.from());
    assertEquals(peers().offerer.receive().payload(), RTP);
    assertEquals(peers().call.truth().refused(), Map.of("unknown-source", 1L));
  }

  @Test
  public void forgedAnswerIsRefused() {
    peers().offerer.send(peers().offerer.check(peers().answerer), peers().forAnswerer);
    FakePeer.Received check = peers().answerer.receiveCheck();
    peers().answerer.send(peers().offerer.answer(check), check.from());
    assertNull(peers().offerer.receive(A_WHILE_MS));
    assertEquals(peers().call.truth().refused(), Map.of("no-integrity", 1L));
  }

  @Test
  public void replayFromAnotherSourceIsRefused() {
    byte[] check = peers().offerer.check(peers().answerer);
    peers().offerer.send(check, peers().forAnswerer);
    peers().answerer.receiveCheck();
    try (FakePeer thief = new FakePeer("offU", TwoPeers.v4())) {
      thief.send(check, peers().forAnswerer);
      assertNull(peers().answerer.receive(A_WHILE_MS));
      assertEquals(peers().call.truth().refused(), Map.of("replayed", 1L));
    }
    peers().offerer.send(check, peers().forAnswerer);
    peers().answerer.receiveCheck();
  }

  @Test
  public void sourceNeverAnnouncedGetsASocketOfItsOwn() {
    try (FakePeer stranger = new FakePeer("offU", TwoPeers.v4())) {
      stranger.send(stranger.check(peers().answerer), peers().forAnswerer);
      FakePeer.Received check = peers().answerer.receiveCheck();
      assertNotEquals(check.from().getPort(), peers().forOfferer.port());
      assertEquals(
          peers()
              .call
              .sockets()
              .contains(new RelaySocket(peers().answerer.address(), check.from().getPort())),
          true);
      peers().answerer.send(peers().answerer.check(peers().offerer), check.from());
      assertEquals(stranger.receiveCheck().from().getPort(), peers().forAnswerer.port());
    }
  }

  @Test
  public void leasedSocketThatStandsForNobodyForwardsNothing() {
    RelaySocket spare = TwoPeers.leased(peers().call, "offerer", peers().offerer.address());
    peers().answerer.send(peers().answerer.check(peers().offerer), spare);
    assertNull(peers().offerer.receive(A_WHILE_MS));
    assertEquals(peers().call.truth().refused(), Map.of("unbound", 1L));
  }
}
