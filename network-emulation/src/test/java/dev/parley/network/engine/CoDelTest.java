package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** CoDel (RFC 8289), at 1 Mbit/s: a packet of 1250 bytes takes 10 ms. */
public final class CoDelTest {
  private static final long MILLI = 1_000_000L;
  private static final LinkProfile LINK =
      LinkProfile.IDEAL
          .withOverheadBytes(0)
          .withCapacity(Capacity.constant(1_000_000))
          .withQueue(Queue.CoDel.standard());

  /**
   * By hand: from 30 ms on the sojourn time is above 5 ms with more than a packet left, so that the
   * first falls at 130 ms, and the next are due 100/sqrt(1), 100/sqrt(2) ms and so on later.
   */
  @Test
  public void dropsFasterTheLongerTheQueueStands() {
    Driven driven = Driven.of(LINK);
    for (int i = 0; i < 90; i++) {
      driven.send(i * 5L * MILLI, 1250);
    }
    driven.runTo(420 * MILLI);
    assertEquals(driven.numbersDropped(DropCause.CODEL), List.of(13L, 24L, 33L, 39L, 45L));
    assertEquals(
        driven.dropped.stream().map(drop -> drop.atNanos() / MILLI).toList(),
        List.of(130L, 230L, 310L, 360L, 410L));
  }

  @Test
  public void leavesAShortQueueAlone() {
    Driven driven = Driven.of(LINK);
    for (int i = 0; i < 1000; i++) {
      driven.send(i * 10L * MILLI, 1250);
    }
    driven.finish();
    assertEquals(driven.dropped, List.of());
  }

  @DataProvider
  Object[][] seeds() {
    return new Object[][] {{1L}, {2L}, {3L}, {4L}, {5L}, {6L}, {7L}, {8L}, {9L}, {10L}};
  }

  @Test(dataProvider = "seeds")
  public void agreesWithTheReference(long seed) {
    Random random = new Random(seed);
    List<long[]> arrivals = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 5000; i++) {
      boolean burst = i / 300 % 2 == 0;
      at += random.nextInt(burst ? 12 : 25) * MILLI / 2;
      arrivals.add(new long[] {at, 125L * (1 + random.nextInt(10))});
    }
    Driven driven = Driven.of(LINK);
    arrivals.forEach(arrival -> driven.send(arrival[0], (int) arrival[1]));
    driven.finish();
    Reference reference = new Reference(arrivals);
    reference.run();
    assertTrue(reference.dropped.size() > 20, "dropped " + reference.dropped);
    assertEquals(driven.numbersDropped(DropCause.CODEL), reference.dropped, "seed " + seed);
    assertEquals(driven.dues(), reference.finished, "seed " + seed);
  }

  /** The pseudocode of RFC 8289, section 5, in seconds, over a list instead of a queue. */
  private static final class Reference {
    private final List<long[]> arrivals;
    private final List<Long> dropped = new ArrayList<>();
    private final List<Long> finished = new ArrayList<>();
    private int next;
    private double firstAbove;
    private double dropNext;
    private boolean dropping;
    private boolean okToDrop;
    private int count;
    private int lastCount;

    Reference(List<long[]> arrivals) {
      this.arrivals = arrivals;
    }

    void run() {
      long free = 0;
      while (next < arrivals.size()) {
        long now = Math.max(free, arrivals.get(next)[0]);
        int packet = dequeue(now);
        free = now;
        if (packet >= 0) {
          free = now + arrivals.get(packet)[1] * 8000;
          finished.add(free);
        } else {
          break;
        }
      }
    }

    /** What came before this moment, or, to an idle link, just now. */
    private int take(long now) {
      okToDrop = false;
      boolean came = next < arrivals.size() && arrivals.get(next)[0] <= now;
      boolean idle = came && arrivals.get(next)[0] == now;
      if (!came) {
        firstAbove = 0;
        return -1;
      }
      int packet = next++;
      long left = 0;
      long largest = arrivals.get(packet)[1];
      for (int i = 0; i < packet; i++) {
        largest = Math.max(largest, arrivals.get(i)[1]);
      }
      for (int i = next; i < arrivals.size() && arrivals.get(i)[0] < now && !idle; i++) {
        left += arrivals.get(i)[1];
        largest = Math.max(largest, arrivals.get(i)[1]);
      }
      double seconds = now / 1e9;
      if ((now - arrivals.get(packet)[0]) / 1e9 < 0.005 || left <= largest) {
        firstAbove = 0;
      } else if (firstAbove == 0) {
        firstAbove = seconds + 0.1;
      } else if (seconds >= firstAbove - 1e-12) {
        okToDrop = true;
      }
      return packet;
    }

    private int dequeue(long now) {
      double seconds = now / 1e9;
      int packet = take(now);
      if (dropping) {
        dropping = okToDrop;
        while (dropping && seconds >= dropNext - 1e-9) {
          dropped.add((long) packet);
          count++;
          packet = take(now);
          dropping = okToDrop;
          dropNext += dropping ? 0.1 / Math.sqrt(count) : 0;
        }
      } else if (okToDrop) {
        dropped.add((long) packet);
        packet = take(now);
        dropping = true;
        int delta = count - lastCount;
        count = delta > 1 && seconds - dropNext < 1.6 ? delta : 1;
        dropNext = seconds + 0.1 / Math.sqrt(count);
        lastCount = count;
      }
      return packet;
    }
  }
}
