package dev.parley.harness.server;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.endpoint.ServerProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.Test;

/** Servers that start, and those that do not. */
public final class ServerStartTest extends OwnServers {
  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void coturnTellsWhereAPacketCameFromUntilItIsClosed() {
    require(ServerProgram.TURNSERVER);
    InetSocketAddress at;
    try (Coturn coturn = Coturn.start(run, here)) {
      at = coturn.address();
      InetSocketAddress seen = StunBinding.ask(at, Duration.ofSeconds(5)).orElseThrow();
      assertEquals(seen.getAddress(), here);
      assertEquals(coturn.stunUrl(), "stun:%s:%d".formatted(here.getHostAddress(), at.getPort()));
      assertTrue(coturn.turnUrl("tcp").endsWith(at.getPort() + "?transport=tcp"));
      assertFalse(coturn.password().isEmpty());
    }
    assertTrue(StunBinding.ask(at, SHORT).isEmpty(), "it still answers");
  }

  @Test
  void twoOfThemDoNotMeet() {
    require(ServerProgram.TURNSERVER);
    try (Coturn one = Coturn.start(run, here);
        Coturn other = Coturn.start(run, here)) {
      assertFalse(one.address().equals(other.address()));
      assertFalse(one.password().equals(other.password()));
    }
  }

  @Test
  void whatEndsAtOnceIsToldWithItsLog() {
    require(ServerProgram.TURNSERVER);
    ServerException e =
        expectThrows(
            ServerException.class,
            () -> ServerProcess.start(run, ServerProgram.TURNSERVER, here, new Misled()));
    assertTrue(e.getMessage().startsWith("turnserver ended with status "), e.getMessage());
    assertTrue(e.getMessage().contains("Print version (and exit)"), e.getMessage());
  }

  private record Misled() implements ServerProcess.Setup {
    @Override
    public List<String> configure(Path folder, int port) {
      return List.of("--no-such-option");
    }

    @Override
    public boolean answers(int port) {
      return false;
    }
  }

  @Test
  void anAddressThatIsNotOursIsNamed() throws IOException {
    InetAddress theirs = InetAddress.getByAddress(new byte[] {(byte) 203, 0, 113, 1});
    ServerException e = expectThrows(ServerException.class, () -> Coturn.start(run, theirs));
    assertTrue(e.getMessage().contains("no free port on 203.0.113.1"), e.getMessage());
  }
}
