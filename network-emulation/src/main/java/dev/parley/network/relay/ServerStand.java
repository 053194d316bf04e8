package dev.parley.network.relay;

import dev.parley.network.stun.StunKey;
import dev.parley.network.stun.StunMessage;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A socket that stands for a STUN or TURN server. */
final class ServerStand implements Stand {
  private final Connection connection;
  private final @Nullable InetSocketAddress server;
  private final @Nullable String username;
  private final @Nullable String credential;
  private final Allowance allowance = new Allowance();

  ServerStand(Connection connection, @Nullable InetSocketAddress server, ServerBinding told) {
    this.connection = connection;
    this.server = server;
    this.username = told.username();
    this.credential = told.credential();
  }

  @Override
  public @Nullable InetSocketAddress real() {
    return server;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** Whether a request proves that its sender has the server's long-term credential. */
  boolean isProvenBy(StunMessage request) {
    String realm = request.realm();
    return username != null
        && credential != null
        && realm != null
        && username.equals(request.username())
        && request.isIntact(StunKey.longTerm(username, realm, credential));
  }

  /** How many requests may pass before anybody is admitted. */
  Allowance allowance() {
    return allowance;
  }
}
