package dev.parley.network.relay;

import static org.testng.Assert.assertEquals;

import dev.parley.network.engine.Links;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.realtime.LinkDriver;
import java.util.List;
import org.testng.annotations.Test;

/** How long generations live. */
public final class ConnectionTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  public void generationEndsOnceItsSuccessorCarriesMediaForAWhile() {
    Connection connection = connection();
    Generation old = connection.generation(true, "old");
    old.carries(SECOND);
    Generation fresh = connection.generation(true, "new");
    assertEquals(connection.ended(100 * SECOND), List.of(), "the new one carries nothing yet");
    fresh.carries(10 * SECOND);
    assertEquals(connection.ended(9 * SECOND), List.of(), "it has only just begun");
    assertEquals(connection.ended(11 * SECOND), List.of(old));
  }

  @Test
  public void generationThatStillCarriesMediaLives() {
    Connection connection = connection();
    Generation old = connection.generation(true, "old");
    Generation fresh = connection.generation(true, "new");
    fresh.carries(10 * SECOND);
    old.carries(12 * SECOND);
    assertEquals(connection.ended(11 * SECOND), List.of());
    assertEquals(connection.ended(13 * SECOND), List.of(old));
  }

  @Test
  public void sidesAreApart() {
    Connection connection = connection();
    connection.generation(false, "far end");
    connection.generation(true, "own").carries(SECOND);
    assertEquals(connection.ended(100 * SECOND), List.of());
  }

  private static Connection connection() {
    NetworkProfile ideal = NetworkProfile.ideal();
    Access access =
        new Access(
            "link", ideal, Links.create(ideal, 1, "link"), LinkDriver.virtual(() -> 0L), false);
    return new Connection(new Participant("offerer", access), "pc1");
  }
}
