package dev.parley.network.relay;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A socket that stands for a candidate, or for a source that nobody announced. */
final class CandidateStand implements Stand {
  private final Generation generation;
  private final int mLine;
  private final int component;
  private final boolean relayed;
  private final int port;
  private @Nullable InetSocketAddress real;
  private @Nullable Stand alias;

  /** A candidate as a probe told of it. */
  CandidateStand(Generation generation, CandidateBinding told) {
    this.generation = generation;
    this.mLine = told.mLine();
    this.component = told.component();
    this.relayed = told.type().equals("relay");
    this.port = told.port();
    this.real = AddressText.literal(told.address(), told.port());
  }

  /** A source that nobody announced. */
  CandidateStand(Generation generation, int mLine, int component, InetSocketAddress source) {
    this.generation = generation;
    this.mLine = mLine;
    this.component = component;
    this.relayed = false;
    this.port = source.getPort();
    this.real = source;
  }

  /** The candidate is a socket of the relay itself: whoever that one stands for is meant. */
  void standsForWhom(Stand other) {
    alias = other;
  }

  @Override
  public @Nullable InetSocketAddress real() {
    return alias == null ? real : alias.real();
  }

  @Override
  public Connection connection() {
    return generation.connection();
  }

  Generation generation() {
    return generation;
  }

  int mLine() {
    return mLine;
  }

  int component() {
    return component;
  }

  /** Whether its real address is a TURN server's, which no access link leads to. */
  boolean isRelayed() {
    return relayed;
  }

  /** Whether the participant itself is behind it, and so its access link. */
  boolean isBehindLink() {
    return generation.own() && !relayed;
  }

  /** Whether its address is hidden, and this may be it. */
  boolean mayBe(InetSocketAddress source) {
    return real() == null && port == source.getPort();
  }

  /** The hidden address is known now. */
  void learn(InetSocketAddress source) {
    real = source;
  }

  /** Whether both belong to the same component of the same m-line. */
  boolean matches(CandidateStand other) {
    return mLine == other.mLine && component == other.component;
  }
}
