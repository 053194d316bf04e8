package dev.parley.network.engine;

import static org.testng.Assert.assertEquals;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Random traces and traffic, against what mm-link does. */
public final class MahimahiTest {
  private static final long MILLI = 1_000_000L;

  @DataProvider
  Object[][] seeds() {
    return IntStream.range(0, 20).mapToObj(i -> new Object[] {(long) i}).toArray(Object[][]::new);
  }

  @Test(dataProvider = "seeds")
  public void agreesWithMahimahi(long seed) {
    Random random = new Random(seed);
    int[] trace = random.ints(1 + random.nextInt(40), 0, 100).sorted().toArray();
    trace[trace.length - 1]++;
    List<long[]> arrivals = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 300; i++) {
      at += random.nextInt(4) == 0 ? random.nextInt(60) : 0;
      arrivals.add(new long[] {at, 1 + random.nextInt(1500)});
    }
    Driven driven =
        Driven.of(
            LinkProfile.IDEAL
                .withOverheadBytes(0)
                .withQueue(new Queue.DropTail(new Queue.Limit.Packets(1_000_000)))
                .withCapacity(new Capacity.Traced(new Trace("random", trace), true)));
    driven.link.startSchedule(0);
    arrivals.forEach(arrival -> driven.send(arrival[0] * MILLI, (int) arrival[1]));
    driven.finish();
    assertEquals(
        driven.dues().stream().map(nanos -> nanos / MILLI).toList(),
        mahimahi(trace, arrivals),
        "seed " + seed);
  }

  /** What mm-link does, millisecond by millisecond. */
  private static List<Long> mahimahi(int[] trace, List<long[]> arrivals) {
    List<Long> departures = new ArrayList<>();
    ArrayDeque<long[]> waiting = new ArrayDeque<>();
    int arrived = 0;
    int index = 0;
    long base = 0;
    while (departures.size() < arrivals.size()) {
      long now = base + trace[index];
      while (arrived < arrivals.size() && arrivals.get(arrived)[0] < now) {
        waiting.add(arrivals.get(arrived++).clone());
      }
      long room = 1500;
      while (room > 0 && !waiting.isEmpty()) {
        long carried = Math.min(room, waiting.peek()[1]);
        room -= carried;
        waiting.peek()[1] -= carried;
        if (waiting.peek()[1] == 0) {
          waiting.remove();
          departures.add(now);
        }
      }
      index = (index + 1) % trace.length;
      base += index == 0 ? trace[trace.length - 1] : 0;
    }
    return departures;
  }
}
