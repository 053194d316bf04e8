package dev.parley.network.realtime;

import static org.testng.Assert.assertTrue;

import com.sun.jna.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Deadlines are never missed early, and a wait can be ended from elsewhere. */
public final class PreciseTimerTest {
  private static final long PATIENCE_S = 10;

  @DataProvider
  Object[][] timers() {
    List<Object[]> all = new ArrayList<>();
    all.add(new Object[] {"parking", (Supplier<PreciseTimer>) ParkingTimer::new});
    if (Platform.isLinux()) {
      all.add(new Object[] {"linux", (Supplier<PreciseTimer>) LinuxTimer::new});
    }
    return all.toArray(Object[][]::new);
  }

  @Test(dataProvider = "timers")
  public void neverEarlyAndInOrder(String name, Supplier<PreciseTimer> make) {
    try (PreciseTimer timer = make.get()) {
      long before = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        long deadline = System.nanoTime() + i * 20_000L;
        timer.await(deadline);
        long now = System.nanoTime();
        assertTrue(now >= deadline, name + " returned " + (deadline - now) + " ns early");
        assertTrue(now >= before);
        before = now;
      }
    }
  }

  @Test(dataProvider = "timers")
  public void pastDeadlinesDoNotWait(String name, Supplier<PreciseTimer> make) {
    try (PreciseTimer timer = make.get()) {
      timer.await(System.nanoTime() - 1);
      timer.await(Long.MIN_VALUE / 2);
    }
  }

  @Test(dataProvider = "timers")
  public void wakeEndsTheWaitOfAnother(String name, Supplier<PreciseTimer> make)
      throws InterruptedException {
    try (PreciseTimer timer = make.get()) {
      for (int i = 0; i < 50; i++) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting =
            new Thread(
                () -> {
                  begun.countDown();
                  timer.await(Long.MAX_VALUE);
                  ended.countDown();
                });
        waiting.start();
        assertTrue(begun.await(PATIENCE_S, TimeUnit.SECONDS));
        timer.wake();
        assertTrue(ended.await(PATIENCE_S, TimeUnit.SECONDS), name + " was not woken, round " + i);
        Joined.patiently(waiting);
      }
    }
  }

  @Test(dataProvider = "timers")
  public void wakeBeforeTheWaitEndsIt(String name, Supplier<PreciseTimer> make) {
    try (PreciseTimer timer = make.get()) {
      timer.wake();
      timer.await(Long.MAX_VALUE);
      long deadline = System.nanoTime() + 3_000_000;
      timer.await(deadline);
      assertTrue(System.nanoTime() >= deadline, "one call ends one wait, not the next as well");
    }
  }

  @Test
  public void wakeAfterCloseIsHarmless() {
    PreciseTimer timer = PreciseTimer.create();
    timer.close();
    timer.wake();
    timer.close();
  }
}
