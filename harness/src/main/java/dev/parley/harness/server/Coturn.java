package dev.parley.harness.server;

import dev.parley.harness.endpoint.OwnedRun;
import dev.parley.harness.endpoint.ServerProgram;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** A STUN and TURN server of our own, over UDP and TCP, without TLS. */
public final class Coturn implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofMillis(200);
  private static final String USER = "parley";
  private static final String REALM = "parley";
  private final ServerProcess process;
  private final InetAddress address;
  private final String password;

  private Coturn(ServerProcess process, InetAddress address, String password) {
    this.process = process;
    this.address = address;
    this.password = password;
  }

  /**
   * Starts one on a free port, with a password of its own, and waits until it answers STUN.
   *
   * @param address one of this machine's, which it listens on and relays from; not loopback, from
   *     which browsers do not relay
   * @throws ServerException if it is not installed or does not start; with what its log said last
   */
  public static Coturn start(OwnedRun run, InetAddress address) {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Setup setup = new Setup(address, password);
    return new Coturn(
        ServerProcess.start(run, ServerProgram.TURNSERVER, address, setup), address, password);
  }

  /** Where it listens, for UDP and TCP. */
  public InetSocketAddress address() {
    return new InetSocketAddress(address, process.port());
  }

  /** Its URL as a STUN server. */
  public String stunUrl() {
    return "stun:" + hostPort();
  }

  /**
   * Its URL as a TURN server.
   *
   * @param transport {@code udp} or {@code tcp}, between the client and it
   */
  public String turnUrl(String transport) {
    return "turn:" + hostPort() + "?transport=" + transport;
  }

  private String hostPort() {
    String host = address.getHostAddress();
    return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + process.port();
  }

  /** The name of its one user. */
  public String username() {
    return USER;
  }

  /** The password of its one user. */
  public String password() {
    return password;
  }

  /** The last lines of its log, at most 200: allocations, permissions, refusals. */
  public List<String> log() {
    return process.log();
  }

  @Override
  public void close() {
    process.close();
  }

  private record Setup(InetAddress address, String password) implements ServerProcess.Setup {

    @Override
    public List<String> configure(Path folder, int port) throws IOException {
      Path file = folder.resolve("turnserver.conf");
      String host = address.getHostAddress();
      Files.write(
          file,
          List.of(
              "listening-ip=" + host,
              "listening-port=" + port,
              "relay-ip=" + host,
              "min-port=" + Ports.MEDIA_FIRST,
              "max-port=" + Ports.MEDIA_LAST,
              "realm=" + REALM,
              "lt-cred-mech",
              "user=" + USER + ":" + password,
              "fingerprint",
              "no-tls",
              "no-dtls",
              "no-cli",
              "no-rfc5780",
              "verbose",
              "simple-log",
              "log-file=stdout",
              "pidfile=" + folder.resolve("pid"),
              "userdb=" + folder.resolve("users")));
      return List.of("-c", file.toString());
    }

    @Override
    public boolean answers(int port) {
      return StunBinding.ask(new InetSocketAddress(address, port), ANSWER).isPresent();
    }
  }
}
