package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.network.model.NetworkProfile;
import java.util.List;
import org.testng.annotations.Test;

/** Opening, leasing and closing. */
public final class LifeTest {
  private static final NetworkProfile IDEAL = NetworkProfile.ideal();

  @Test
  public void closedRelayOpensNoCall() {
    Relay relay = Relays.start();
    RelayCall open = relay.open(TwoPeers.plan("open", IDEAL, IDEAL));
    relay.close();
    open.close();
    relay.close();
    assertThrows(
        IllegalStateException.class, () -> relay.open(TwoPeers.plan("late", IDEAL, IDEAL)));
  }

  @Test
  public void unknownParticipantIsNamed() {
    try (Relay relay = Relays.start();
        RelayCall call = relay.open(TwoPeers.plan("names", IDEAL, IDEAL))) {
      IllegalArgumentException refused =
          expectThrows(IllegalArgumentException.class, () -> call.lease("nobody", 1));
      assertEquals(
          refused.getMessage(),
          "found participant 'nobody' in call names, expected one of [offerer, answerer]");
    }
  }

  @Test
  public void loopbackIsNotLeased() {
    try (Relay relay = Relays.start();
        RelayCall call = relay.open(TwoPeers.plan("lease", IDEAL, IDEAL))) {
      List<RelaySocket> leased = call.lease("offerer", 2);
      assertEquals(leased.size(), 2 * MachineAddresses.find().gathered().size());
      assertTrue(leased.stream().noneMatch(it -> it.address().startsWith("127.")));
      assertTrue(leased.stream().noneMatch(it -> it.address().equals("::1")));
    }
  }
}
