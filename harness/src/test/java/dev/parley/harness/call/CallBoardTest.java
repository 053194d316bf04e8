package dev.parley.harness.call;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertSame;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.parley.harness.CallErrored;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

@Test(singleThreaded = true)
public class CallBoardTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private final CallErrored lost = new CallErrored("signaling-lost", "the socket is gone");
  private final CallErrored crash = new CallErrored("browser-crash", "it is gone");

  private CallBoard board = new CallBoard();
  private ExecutorService others = Executors.newCachedThreadPool();

  @BeforeMethod
  public void open() {
    board = new CallBoard();
    others = Executors.newCachedThreadPool();
  }

  @AfterMethod
  public void close() throws InterruptedException {
    others.shutdownNow();
    assertTrue(others.awaitTermination(20, TimeUnit.SECONDS), "a wait did not end");
  }

  /** Starts something on another thread, and returns when it is about to wait on the board. */
  private <T> Future<T> meanwhile(java.util.concurrent.Callable<T> waiting, CountDownLatch begun)
      throws InterruptedException {
    Future<T> future = others.submit(waiting);
    assertTrue(begun.await(20, TimeUnit.SECONDS), "the other thread did not begin");
    return future;
  }

  public void aWaitEndsWhenWhatItWaitsForIsPosted() throws Exception {
    AtomicBoolean there = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    Future<Boolean> wait =
        meanwhile(
            () ->
                board.await(
                    "it",
                    LONG,
                    () -> {
                      begun.countDown();
                      return there.get();
                    }),
            begun);

    board.post(() -> there.set(true));

    assertTrue(wait.get(20, TimeUnit.SECONDS));
  }

  public void aWaitEndsAtItsBound() {
    assertFalse(board.await("nothing", Duration.ofMillis(20), () -> false));
  }

  public void whatHoldsAlreadyIsNotWaitedFor() {
    assertTrue(board.await("it", Duration.ZERO, () -> true));
  }

  public void aFaultEndsAWait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<Boolean> wait =
        meanwhile(
            () ->
                board.await(
                    "nothing",
                    LONG,
                    () -> {
                      begun.countDown();
                      return false;
                    }),
            begun);

    board.fault(crash);

    Exception ended =
        expectThrows(
            java.util.concurrent.ExecutionException.class, () -> wait.get(20, TimeUnit.SECONDS));
    assertSame(ended.getCause(), crash);
  }

  public void aWaitEndsWithTheFirstFaultAlsoWhereItsConditionHolds() {
    board.fault(lost);
    board.fault(crash);

    assertSame(expectThrows(CallErrored.class, () -> board.await("it", LONG, () -> true)), lost);
    assertSame(expectThrows(CallErrored.class, () -> board.pass("time", LONG)), lost);
  }

  public void anInterruptedWaitSaysWhatItWaitedFor() {
    Thread.currentThread().interrupt();

    CallErrored ended =
        expectThrows(CallErrored.class, () -> board.await("the answer", LONG, () -> false));

    assertTrue(Thread.interrupted(), "the interruption was swallowed");
    assertEquals(ended.kind(), "interrupted");
    assertEquals(ended.getMessage(), "interrupted while waiting for the answer");
  }

  public void withoutFaultsThereIsNothingToSettle() {
    assertEquals(board.settledFaults(LONG), List.of());
  }

  public void aCrashIsToldBeforeTheSocketThatItTookAlong() {
    board.fault(lost);
    board.fault(crash);

    assertEquals(board.settledFaults(LONG), List.of(crash, lost));
  }

  public void aCrashThatIsSeenALittleLaterIsWaitedFor() throws Exception {
    board.fault(lost);
    CountDownLatch begun = new CountDownLatch(1);
    Future<List<CallErrored>> settled =
        meanwhile(
            () -> {
              begun.countDown();
              return board.settledFaults(LONG);
            },
            begun);

    board.fault(crash);

    assertEquals(settled.get(20, TimeUnit.SECONDS), List.of(crash, lost));
  }

  public void aLostSocketAloneIsTheFaultInTheEnd() {
    board.fault(lost);

    assertEquals(board.settledFaults(Duration.ofMillis(20)), List.of(lost));
  }
}
