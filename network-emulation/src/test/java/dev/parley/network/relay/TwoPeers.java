package dev.parley.network.relay;

import dev.parley.network.model.NetworkProfile;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A relayed call of two fake peers, each with a probe that told of one candidate. */
final class TwoPeers implements AutoCloseable {
  static final String PC = "pc1";

  final RelayCall call;
  final FakePeer offerer;
  final FakePeer answerer;
  final RelaySocket forOfferer;
  final RelaySocket forAnswerer;

  TwoPeers(Relay relay, NetworkProfile offererNetwork, NetworkProfile answererNetwork) {
    this(relay, plan("call", offererNetwork, answererNetwork), v4());
  }

  TwoPeers(Relay relay, RelayPlan plan, InetAddress on) {
    call = relay.open(plan);
    offerer = new FakePeer("offU", on);
    answerer = new FakePeer("ansU", on);
    forOfferer = announce(call, "offerer", offerer);
    forAnswerer = announce(call, "answerer", answerer);
  }

  static RelayPlan plan(String id, NetworkProfile offerer, NetworkProfile answerer) {
    return new RelayPlan(
        id,
        7,
        List.of(
            new RelayPlan.Seat("offerer", offerer, null),
            new RelayPlan.Seat("answerer", answerer, null)),
        null);
  }

  static InetAddress v4() {
    return MachineAddresses.find().gathered().stream()
        .filter(one -> !(one instanceof Inet6Address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("this machine has no IPv4 interface address"));
  }

  /** Tells a peer's credentials and its one candidate; returns the socket in its place. */
  static RelaySocket announce(RelayCall call, String name, FakePeer peer) {
    RelaySocket socket = leased(call, name, peer.address());
    call.credentials(name, PC, true, peer.ufrag(), peer.password());
    call.bind(host(name, peer, peer.address(), socket));
    return socket;
  }

  static RelaySocket leased(RelayCall call, String name, String address) {
    return call.lease(name, 1).stream()
        .filter(one -> one.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no socket was leased on " + address));
  }

  static CandidateBinding host(String name, FakePeer peer, String address, RelaySocket socket) {
    return new CandidateBinding(
        name, PC, true, peer.ufrag(), 0, 1, "host", address, peer.port(), socket);
  }

  /** The offerer's check alone. */
  void admit() {
    offerer.send(offerer.check(answerer), forAnswerer);
    answerer.receiveCheck();
  }

  /** Checks and answers both ways. */
  void connect() {
    offerer.send(offerer.check(answerer), forAnswerer);
    FakePeer.Received check = answerer.receiveCheck();
    answerer.send(answerer.answer(check), check.from());
    offerer.receive();
    answerer.send(answerer.check(offerer), forOfferer);
    FakePeer.Received back = offerer.receiveCheck();
    offerer.send(offerer.answer(back), back.from());
    answerer.receive();
  }

  /** What is known of a participant. */
  static RelayTruth.OfParticipant truth(RelayCall call, String name) {
    RelayTruth.OfParticipant own = call.truth().participants().get(name);
    if (own == null) {
      throw new AssertionError("found no truth of " + name);
    }
    return own;
  }

  /** An RTP packet of 200 bytes. */
  static byte[] rtp(int ssrc, int sequence) {
    return ByteBuffer.allocate(200)
        .put((byte) 0x80)
        .put((byte) 96)
        .putShort((short) sequence)
        .putInt(sequence * 90)
        .putInt(ssrc)
        .array();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    call.close();
    offerer.close();
    answerer.close();
  }
}
