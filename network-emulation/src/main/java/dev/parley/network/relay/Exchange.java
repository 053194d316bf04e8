package dev.parley.network.relay;

import dev.parley.network.model.Direction;
import dev.parley.network.model.PacketKind;
import dev.parley.network.model.PacketTruth;
import dev.parley.network.realtime.LinkDriver;
import dev.parley.network.truth.FlowRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a call's packets are taken in, and handed out after their links. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final String id;
  private final MachineAddresses addresses = MachineAddresses.find();
  private final Participants participants;
  private final CallSockets sockets;
  private final Router router;
  private final Refusals refusals = new Refusals();
  private final SelfTest selfTest;
  private final @Nullable CallCapture capture;

  Exchange(RelayPlan plan, Sockets run, LinkDriver driver) {
    this.id = plan.id();
    this.participants = new Participants(plan.id());
    this.sockets = new CallSockets(this, run);
    Path folder = plan.captures();
    this.capture =
        folder == null
            ? null
            : new CallCapture(
                folder, plan.participants().stream().map(RelayPlan.Seat::name).toList());
    this.selfTest = new SelfTest(driver);
    this.router = new Router(this, participants);
  }

  Participants participants() {
    return participants;
  }

  SelfTest selfTest() {
    return selfTest;
  }

  CallSockets sockets() {
    return sockets;
  }

  MachineAddresses addresses() {
    return addresses;
  }

  /** A probe put a socket in the place of a candidate. */
  void bind(Participant participant, CandidateBinding told) {
    if (told.socket() == null) {
      participant.countUnbound();
      return;
    }
    Generation generation = participant.connection(told.pc()).generation(told.own(), told.ufrag());
    CandidateStand stand = new CandidateStand(generation, told);
    InetSocketAddress real = stand.real();
    Stand meant = real == null ? null : sockets.standAt(real);
    if (meant != null) {
      stand.standsForWhom(meant);
    }
    generation.add(sockets.give(told.socket(), stand));
  }

  /** A probe put a socket in the place of a server, whose address is looked up already. */
  void bind(Participant participant, ServerBinding told, InetSocketAddress server) {
    Connection connection = participant.connection(told.pc());
    Stand stand = new ServerStand(connection, server.isUnresolved() ? null : server, told);
    connection.servers().add(sockets.give(told.socket(), stand));
  }

  /** A datagram came to one of this call's sockets. */
  void arrived(BoundSocket at, InetSocketAddress source, byte[] payload, long nanos) {
    if (selfTest.takes(at, source, payload, nanos)) {
      return;
    }
    Route route = router.route(at, source, payload, nanos);
    if (route == null) {
      return;
    }
    Datagram packet = Datagram.arrived(payload, route);
    if (packet.stream().kind() != PacketKind.STUN && at.stand() instanceof CandidateStand stand) {
      stand.generation().carries(nanos);
    }
    FlowRecorder flows = packet.flows();
    if (flows != null) {
      flows.sent(packet.stream());
    }
    Connection receiver = route.receiver();
    if (route.sender() != null) {
      route.sender().access().enter(Direction.UP, nanos, packet);
    } else if (receiver != null) {
      receiver.participant().access().enter(Direction.DOWN, nanos, packet);
    } else {
      hand(packet);
    }
  }

  /** A packet has crossed its links; false where it could not be sent. */
  boolean hand(Datagram packet) {
    Route route = packet.route();
    InetSocketAddress to = route.to();
    try {
      if (to == null || !route.out().send(packet.payload(), to)) {
        refused(Refusal.NOT_SENT);
        return false;
      }
    } catch (IOException e) {
      refused(Refusal.NOT_SENT);
      return false;
    }
    if (route.receiver() != null) {
      route.receiver().handed(packet.payload().length);
    }
    FlowRecorder flows = packet.flows();
    if (flows != null) {
      flows.delivered(packet.stream());
    }
    return true;
  }

  /**
   * A packet was lost on its way to a server. A TURN server would have sent it on to somebody, who
   * can tell from the numbers of those that follow; nobody else ever sees its stream.
   */
  void droppedTowardsServer(Datagram packet) {
    if (packet.route().in().stand() instanceof ServerStand) {
      for (Participant other : participants.all()) {
        if (other != packet.route().sender()) {
          other.flows().sent(packet.stream());
          other.flows().dropped(packet.stream());
        }
      }
    }
  }

  /** Closes the sockets of generations whose successors have carried media since a moment. */
  void retire(long sinceNanos) {
    for (Participant participant : participants.all()) {
      for (Connection connection : participant.connections()) {
        connection.ended(sinceNanos).forEach(one -> sockets.release(one.sockets()));
      }
    }
  }

  /** A packet's fate on a link is known. */
  void captured(Direction direction, Datagram packet, PacketTruth truth) {
    Participant sender = packet.route().sender();
    Connection receiver = packet.route().receiver();
    Participant whose =
        direction == Direction.UP ? sender : receiver == null ? null : receiver.participant();
    if (capture != null && whose != null) {
      capture.take(whose.name(), direction, packet, truth);
    }
  }

  /** A packet is not forwarded. */
  void refused(Refusal why) {
    refusals.count(why);
  }

  /** Refused packets by reason. */
  Map<String, Long> refusals() {
    return refusals.truth();
  }

  /**
   * Binds a socket for a source that nobody announced; null where none is left, which costs this
   * source its way and nobody else anything.
   */
  @Nullable BoundSocket stranger(
      Generation sender, CandidateStand stand, InetAddress source, InetAddress destination) {
    InetAddress on = addresses.proper(source, destination).orElse(null);
    if (on == null) {
      return null;
    }
    try {
      BoundSocket fresh = sockets.fresh(on, stand);
      sender.add(fresh);
      return fresh;
    } catch (PortsExhaustedException e) {
      LOG.warn("call {}: {}", id, e.getMessage());
      sender.connection().participant().countUnbound();
      return null;
    }
  }

  /** Ends the captures. */
  void endCapture() {
    if (capture != null) {
      capture.close();
    }
  }

  /** A trouble that changes nothing for the call. */
  void note(String what, Exception trouble) {
    LOG.debug("call {}: {}: {}", id, what, trouble.toString());
  }
}
