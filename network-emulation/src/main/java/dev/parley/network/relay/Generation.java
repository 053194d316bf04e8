package dev.parley.network.relay;

import dev.parley.network.stun.StunKey;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One ICE generation of one side of a peer connection: its credentials and its sockets. */
final class Generation {
  private static final long NEVER = Long.MIN_VALUE;

  private final Connection connection;
  private final boolean own;
  private final String ufrag;
  private final List<BoundSocket> sockets = new ArrayList<>();
  private long carriedSince = NEVER;
  private long carriedLast = NEVER;
  private StunKey password = StunKey.shortTerm("");

  /**
   * A generation.
   *
   * @param own whether it is the participant's; otherwise it is its far end's
   */
  Generation(Connection connection, boolean own, String ufrag) {
    this.connection = connection;
    this.own = own;
    this.ufrag = ufrag;
  }

  Connection connection() {
    return connection;
  }

  boolean own() {
    return own;
  }

  String ufrag() {
    return ufrag;
  }

  /** The password as a key; one that nothing was made with while it is not known. */
  StunKey password() {
    return password;
  }

  void password(StunKey value) {
    password = value;
  }

  /** Something other than STUN came to one of its sockets. */
  void carries(long nanos) {
    carriedSince = carriedSince == NEVER ? nanos : carriedSince;
    carriedLast = nanos;
  }

  /** Whether it has carried media since this moment or longer. */
  boolean hasCarriedSince(long nanos) {
    return carriedSince != NEVER && carriedSince <= nanos;
  }

  /** Whether it has carried no media since this moment. */
  boolean isQuietSince(long nanos) {
    return carriedLast == NEVER || carriedLast <= nanos;
  }

  /** One more socket stands for a candidate of this generation. */
  void add(BoundSocket socket) {
    sockets.add(socket);
  }

  List<BoundSocket> sockets() {
    return sockets;
  }

  /**
   * The socket of a family that stands for a source; null if there is none.
   *
   * @param towards whom it talks to: of several, one of the same component of the same m-line is
   *     meant
   */
  @Nullable BoundSocket standingFor(
      InetSocketAddress source, boolean v6, @Nullable CandidateStand towards) {
    return best(v6, towards, stand -> source.equals(stand.real()));
  }

  /** A source was admitted: a candidate whose address was hidden is recognised by its port. */
  void recognise(InetSocketAddress source, @Nullable CandidateStand towards) {
    boolean v6 = source.getAddress() instanceof Inet6Address;
    if (standingFor(source, v6, towards) == null) {
      BoundSocket hidden = best(v6, towards, stand -> stand.mayBe(source));
      if (hidden != null && hidden.stand() instanceof CandidateStand stand) {
        stand.learn(source);
      }
    }
  }

  private @Nullable BoundSocket best(
      boolean v6, @Nullable CandidateStand towards, Predicate<CandidateStand> wanted) {
    BoundSocket any = null;
    for (BoundSocket socket : sockets) {
      if (socket.isV6() == v6
          && socket.stand() instanceof CandidateStand stand
          && wanted.test(stand)) {
        if (towards == null || towards.matches(stand)) {
          return socket;
        }
        any = any == null ? socket : any;
      }
    }
    return any;
  }
}
