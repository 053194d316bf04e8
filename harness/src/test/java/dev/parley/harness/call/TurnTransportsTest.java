package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

public class TurnTransportsTest {

  @Test
  public void findsServersOverTcpAndTls() {
    assertEquals(
        TurnTransports.overTcp(
            List.of(
                Map.of("urls", "stun:a"),
                Map.of("urls", List.of("turn:b", "turn:b?transport=udp", "TURN:c?transport=TCP")),
                Map.of("urls", "turns:d"),
                Map.of("username", "me"))),
        List.of("TURN:c?transport=TCP", "turns:d"));
    assertEquals(TurnTransports.overTcp(null), List.of());
    assertEquals(TurnTransports.overTcp("turns:d"), List.of());
  }
}
