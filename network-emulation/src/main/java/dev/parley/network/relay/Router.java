package dev.parley.network.relay;

import dev.parley.network.stun.StunMessage;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Finds the way of a source's packets, once the source has proven who it is. */
final class Router {
  private final Exchange call;
  private final Admission admission;

  Router(Exchange call, Participants participants) {
    this.call = call;
    this.admission = new Admission(participants);
  }

  /** The way from a source; null where the packet is refused, which is counted. */
  @Nullable Route route(BoundSocket at, InetSocketAddress source, byte[] payload, long nanos) {
    Stand stand = at.stand();
    Route known = at.route(source);
    if (known != null && known.gate() == null && known.out().isOpen()) {
      return known;
    }
    if (stand instanceof ServerStand server) {
      return toServer(at, server, source, payload, nanos, known);
    }
    return stand instanceof CandidateStand candidate
        ? toCandidate(at, candidate, source, payload)
        : refused(Refusal.UNBOUND);
  }

  private @Nullable Route toCandidate(
      BoundSocket at, CandidateStand stand, InetSocketAddress source, byte[] payload) {
    Admission.Result result = admission.of(at, stand, source, payload);
    if (result instanceof Admission.Result.Refused refused) {
      return refused(refused.why());
    }
    if (result instanceof Admission.Result.Checks checks) {
      return checked(at, stand, source, checks);
    }
    BoundSocket out = ((Admission.Result.Answers) result).question().via();
    return out.stand() instanceof CandidateStand from ? keep(at, stand, source, out, from) : null;
  }

  private @Nullable Route checked(
      BoundSocket at, CandidateStand stand, InetSocketAddress source, Admission.Result.Checks who) {
    who.sender().recognise(source, stand);
    InetSocketAddress to = stand.real();
    if (to == null) {
      return refused(Refusal.NO_DESTINATION);
    }
    BoundSocket out = outFor(at, stand, source, to, who.sender());
    if (out == null || !(out.stand() instanceof CandidateStand from)) {
      return refused(Refusal.NO_PORT);
    }
    out.asks(to, new BoundSocket.Asked(at, who.key()));
    return keep(at, stand, source, out, from);
  }

  private @Nullable BoundSocket outFor(
      BoundSocket at,
      CandidateStand stand,
      InetSocketAddress source,
      InetSocketAddress to,
      Generation sender) {
    boolean v6 = to.getAddress() instanceof Inet6Address;
    BoundSocket.Asked question = at.asked(source);
    if (question != null && question.via().isV6() == v6) {
      return question.via();
    }
    BoundSocket out = sender.standingFor(source, v6, stand);
    return out != null
        ? out
        : call.stranger(
            sender,
            new CandidateStand(sender, stand.mLine(), stand.component(), source),
            source.getAddress(),
            to.getAddress());
  }

  private static Route keep(
      BoundSocket at,
      CandidateStand stand,
      InetSocketAddress source,
      BoundSocket out,
      CandidateStand from) {
    Participant sender = from.isBehindLink() ? from.connection().participant() : null;
    Connection receiver = stand.isBehindLink() ? stand.connection() : null;
    Route route = new Route(at, out, sender, receiver, null);
    at.route(source, route);
    return route;
  }

  private @Nullable Route toServer(
      BoundSocket at,
      ServerStand server,
      InetSocketAddress source,
      byte[] payload,
      long nanos,
      @Nullable Route known) {
    StunMessage request = StunMessage.parse(payload, payload.length);
    if (request == null || request.kind() != StunMessage.Kind.REQUEST) {
      return refused(Refusal.UNKNOWN_SOURCE);
    }
    boolean proven = server.isProvenBy(request);
    Refusal why = proven ? null : whyNotBefore(server, source, request, nanos);
    if (why != null) {
      return refused(why);
    }
    Route route = known == null ? openToServer(at, server, source) : known;
    if (route != null && proven) {
      route = route.opened();
      at.route(source, route);
    }
    return route;
  }

  /** Why a request of somebody who has proven nothing may not pass; null if it may. */
  private @Nullable Refusal whyNotBefore(
      ServerStand server, InetSocketAddress source, StunMessage request, long nanos) {
    boolean harmless =
        request.method() == StunMessage.BINDING || request.method() == StunMessage.ALLOCATE;
    if (!harmless || !call.addresses().isOwn(source.getAddress())) {
      return Refusal.UNKNOWN_SOURCE;
    }
    return server.allowance().takes(nanos) ? null : Refusal.TOO_MANY;
  }

  private @Nullable Route openToServer(
      BoundSocket at, ServerStand server, InetSocketAddress source) {
    InetSocketAddress to = server.real();
    if (to == null) {
      return refused(Refusal.NO_DESTINATION);
    }
    BoundSocket out = outTo(to, server.connection().newestOwn(), source);
    if (out == null) {
      return refused(Refusal.NO_PORT);
    }
    Route there = new Route(at, out, server.connection().participant(), null, server);
    at.route(source, there);
    out.route(to, new Route(out, at, null, server.connection(), null));
    return there;
  }

  private @Nullable BoundSocket outTo(
      InetSocketAddress to, Generation sender, InetSocketAddress source) {
    InetAddress address = to.getAddress();
    BoundSocket out = sender.standingFor(source, address instanceof Inet6Address, null);
    // One that talks to the same server for another of its names could not tell the answers apart.
    return out != null && out.route(to) == null
        ? out
        : call.stranger(
            sender, new CandidateStand(sender, 0, 1, source), source.getAddress(), address);
  }

  private @Nullable Route refused(Refusal why) {
    call.refused(why);
    return null;
  }
}
