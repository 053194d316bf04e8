package dev.parley.network.relay;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One ICE generation of one side of a peer connection: its credentials and its sockets. */
final class Generation {
  private final Connection connection;
  private final boolean own;
  private final String ufrag;
  private final List<BoundSocket> sockets = new ArrayList<>();
  private byte[] password = {};

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

  /** The password's bytes; empty while it is not known. */
  byte[] password() {
    return password.clone();
  }

  void password(byte[] value) {
    password = value.clone();
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
