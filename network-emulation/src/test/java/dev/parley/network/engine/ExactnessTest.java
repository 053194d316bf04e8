package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Queue;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Departure times, to the nanosecond. */
public final class ExactnessTest {
  private static final LinkProfile BARE = LinkProfile.IDEAL.withOverheadBytes(0);
  private static final Queue LONG = new Queue.DropTail(new Queue.Limit.Packets(1_000_000));

  @Test
  public void passesAtOnceWithoutImpairment() {
    Driven driven = Driven.of(LinkProfile.IDEAL);
    driven.send(5, 1200);
    driven.send(5, 1200);
    driven.send(6, 1200);
    driven.finish();
    assertEquals(driven.dues(), List.of(5L, 5L, 6L));
    assertEquals(driven.numbers(), List.of(0L, 1L, 2L));
  }

  @Test
  public void addsTheDelay() {
    Driven driven = Driven.of(BARE.withDelay(Duration.ofMillis(50)));
    driven.send(1_000, 100);
    assertEquals(driven.link.nextEventNanos(), 1_000);
    driven.runTo(50_000_999L);
    assertTrue(driven.delivered.isEmpty());
    assertEquals(driven.link.nextEventNanos(), 50_001_000L);
    driven.finish();
    assertEquals(driven.dues(), List.of(50_001_000L));
  }

  @DataProvider
  Object[][] rates() {
    return new Object[][] {
      {1_000L, 77}, {3_000_000L, 1228}, {7_000_001L, 1228}, {99_999_999_977L, 63}, {640_000L, 1500}
    };
  }

  @Test(dataProvider = "rates")
  public void servesInRationalTime(long rate, int bytes) {
    Driven driven = Driven.of(BARE.withCapacity(Capacity.constant(rate)).withQueue(LONG));
    int packets = 10_000;
    for (int i = 0; i < packets; i++) {
      driven.link.enqueue(17, Direction.UP, 0L, bytes);
    }
    driven.finish();
    List<Long> dues = driven.dues();
    assertEquals(dues.size(), packets);
    for (int i = 0; i < packets; i++) {
      assertEquals(dues.get(i).longValue(), 17 + ceiling((i + 1L) * bytes, rate), "packet " + i);
    }
  }

  private static long ceiling(long bytes, long rate) {
    BigInteger total = BigInteger.valueOf(bytes).multiply(BigInteger.valueOf(8_000_000_000L));
    BigInteger divisor = BigInteger.valueOf(rate);
    return total.add(divisor).subtract(BigInteger.ONE).divide(divisor).longValueExact();
  }

  @Test
  public void dropsWhatWouldWaitTooLong() {
    Driven driven =
        Driven.of(
            BARE.withCapacity(Capacity.constant(1_000_000))
                .withQueue(new Queue.DropTail(new Queue.Limit.Time(Duration.ofMillis(10)))));
    for (int i = 0; i < 10; i++) {
      driven.send(0, 500); // 4 ms each: what would wait 0, 4, 8 ms is taken
    }
    driven.finish();
    assertEquals(driven.dues(), List.of(4_000_000L, 8_000_000L, 12_000_000L));
    assertEquals(driven.numbersDropped(DropCause.QUEUE).size(), 7);
  }
}
