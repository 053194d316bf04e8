package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.testng.annotations.Test;

public class StateHistoryTest {
  private final StateHistory history = new StateHistory("new");

  @Test
  public void tellsWhenAStateWasFirstEnteredSinceAMoment() {
    assertEquals(history.current(), "new");
    history.enter("connected", 10);
    history.enter("disconnected", 20);
    history.enter("connected", 30);

    assertEquals(history.current(), "connected");
    assertEquals(history.entered(Set.of("connected"), 0), Optional.of(10.0));
    assertEquals(history.entered(Set.of("connected"), 10), Optional.of(10.0));
    assertEquals(history.entered(Set.of("connected"), 11), Optional.of(30.0));
    assertEquals(history.entered(Set.of("failed", "disconnected"), 0), Optional.of(20.0));
    assertEquals(history.entered(Set.of("connected"), 31), Optional.empty());
    assertEquals(history.entered(Set.of("failed"), 0), Optional.empty());
  }
}
