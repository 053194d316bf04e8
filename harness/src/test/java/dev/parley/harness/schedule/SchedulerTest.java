package dev.parley.harness.schedule;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.parley.harness.CallErrored;
import dev.parley.harness.CallFailed;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.Test;

@Test
public class SchedulerTest {
  private static final TimeLimits PATIENT =
      new TimeLimits(Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(5));

  /** An attempt may take 3 s for the call that nobody makes; then it has time to end. */
  private static final TimeLimits SHORT =
      new TimeLimits(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(5));

  /** As above with 2 s more, since another attempt must come through, and then no time to end. */
  private static final TimeLimits MERCILESS =
      new TimeLimits(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(50));

  /** Remembers what it is told. */
  private static final class Told implements Progress {
    final List<String> lines = new ArrayList<>();

    @Override
    public void planned(Plan plan) {
      lines.add("planned " + plan.cells().size());
    }

    @Override
    public void began(AttemptKey key) {
      lines.add(key.cell().endpoints().get(0) + key.repetition() + key.attempt());
    }

    @Override
    public void ended(CellId cell, int repetition, Outcome outcome, String reason, double seconds) {
      lines.add(outcome.word() + ": " + reason);
    }
  }

  private static @Nullable Throwable held(Attempt attempt) {
    attempt.call().check("word").found("yes").is("yes");
    return null;
  }

  private static Told carryOut(PlainRun run, Plan plan, Invoker invoker, TimeLimits limits) {
    Told told = new Told();
    Ledger ledger = new Ledger(run.context(), plan);
    new Scheduler(run.context(), ledger, PlainRun.scenarios(plan), invoker, told, limits).run(plan);
    ledger.finish();
    return told;
  }

  public void runsRepetitionsAsRoundsOverAllCells() throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Plan plan =
          Plan.of(List.of(PlainRun.cell("a", 2), PlainRun.cell("b", 1), PlainRun.cell("c", 2)));

      Told told = carryOut(run, plan, (s, attempt) -> attempt.run(() -> held(attempt)), PATIENT);

      String green = "passed: all 1 checks held";
      assertEquals(
          told.lines,
          List.of(
              "planned 3", "a11", green, "b11", green, "c11", green, "a21", green, "c21", green));
      assertEquals(run.ended(RunEvent.RunEnd.class).get(0).exitCode(), 0);
    }
  }

  public void aRetryThatPassesIsFlaky() throws IOException {
    try (PlainRun run = new PlainRun(2)) {
      AtomicInteger attempts = new AtomicInteger();
      Invoker invoker =
          (scenario, attempt) ->
              attempt.run(
                  () ->
                      attempts.incrementAndGet() == 1
                          ? new CallFailed("not at first")
                          : held(attempt));

      Told told = carryOut(run, Plan.of(List.of(PlainRun.cell("a", 1))), invoker, PATIENT);

      assertEquals(told.lines, List.of("planned 1", "a11", "a12", "flaky: all 1 checks held"));
      assertEquals(
          run.ended(RunEvent.AttemptEnd.class).stream().map(e -> e.outcome()).toList(),
          List.of(Outcome.FAILED, Outcome.PASSED));
    }
  }

  public void retriesEndAndAFailureStaysOne() throws IOException {
    try (PlainRun run = new PlainRun(2)) {
      Invoker invoker = (scenario, attempt) -> attempt.run(() -> new CallFailed("never"));

      Told told = carryOut(run, Plan.of(List.of(PlainRun.cell("a", 1))), invoker, PATIENT);

      assertEquals(told.lines, List.of("planned 1", "a11", "a12", "a13", "failed: never"));
      assertEquals(run.ended(RunEvent.RunEnd.class).get(0).exitCode(), 1);
    }
  }

  public void aMissingEndpointIsErroredAndTheOthersGoOn() throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      PlannedCell lame =
          PlainRun.cell(
              "absent", 1, new PlannedParticipant("offerer", "offerer", "absent", "direct"));

      Told told =
          carryOut(
              run,
              Plan.of(List.of(lame, PlainRun.cell("b", 1))),
              (s, attempt) -> attempt.run(() -> held(attempt)),
              PATIENT);

      assertEquals(told.lines.get(2), "errored: no-browser: it is not here");
      assertEquals(told.lines.get(4), "passed: all 1 checks held");
      assertEquals(run.ended(RunEvent.RunEnd.class).get(0).exitCode(), 3);
    }
  }

  public void anAttemptThatIsNeverRunIsErrored() throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Told told =
          carryOut(
              run, Plan.of(List.of(PlainRun.cell("a", 1))), (scenario, attempt) -> {}, PATIENT);

      assertEquals(told.lines.get(2), "errored: harness: the attempt ended without a result");
      assertEquals(run.ended(RunEvent.AttemptEnd.class).size(), 1);
    }
  }

  public void anInvokerThatThrowsIsErroredWithTheCause() throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Told told =
          carryOut(
              run,
              Plan.of(List.of(PlainRun.cell("a", 1))),
              (scenario, attempt) -> {
                throw new NoClassDefFoundError("com/example/Missing");
              },
              PATIENT);

      assertEquals(
          told.lines.get(2),
          "errored: harness: the scenario could not be run: java.lang.NoClassDefFoundError:"
              + " com/example/Missing");
    }
  }

  public void aBodyThatIsStuckInTheCallIsEndedByTheDeadline() throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Invoker invoker =
          (scenario, attempt) ->
              attempt.run(
                  () -> {
                    try {
                      attempt.call().await("nothing", Duration.ofMinutes(5), () -> false);
                      return null;
                    } catch (CallErrored e) {
                      return e;
                    }
                  });

      Told told = carryOut(run, Plan.of(List.of(PlainRun.cell("a", 1))), invoker, SHORT);

      assertEquals(told.lines.get(2), "errored: time-limit: the attempt took longer than 3 s");
    }
  }

  public void aBodyThatHearsNothingIsLeftBehindAndCountsOnce()
      throws IOException, InterruptedException {
    try (PlainRun run = new PlainRun(0)) {
      CountDownLatch release = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Invoker invoker =
          (scenario, attempt) -> {
            if (attempt.key().cell().endpoints().get(0).equals("b")) {
              attempt.run(() -> held(attempt));
              return;
            }
            attempt.run(
                () -> {
                  deafly(release);
                  return held(attempt);
                });
            done.countDown();
          };
      Plan plan = Plan.of(List.of(PlainRun.cell("a", 1), PlainRun.cell("b", 1)));

      Told told = carryOut(run, plan, invoker, MERCILESS);
      release.countDown();
      assertTrue(done.await(20, TimeUnit.SECONDS), "the stuck body did not come to its end");

      assertEquals(
          told.lines.get(2), "errored: harness: time-limit: the attempt took longer than 5 s");
      assertEquals(told.lines.get(4), "passed: all 1 checks held");
      assertEquals(
          run.ended(RunEvent.AttemptEnd.class).stream().map(e -> e.outcome()).toList(),
          List.of(Outcome.ERRORED, Outcome.PASSED));
    }
  }

  private static void deafly(CountDownLatch release) {
    boolean open = false;
    while (!open) {
      try {
        open = release.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        // Deaf on purpose: this body listens to nobody.
        Thread.onSpinWait();
      }
    }
  }

  public void interruptedBeforeItBeganItRunsNothing() throws IOException {
    try (PlainRun run = new PlainRun(0)) {
      Plan plan = Plan.of(List.of(PlainRun.cell("a", 2)));
      Told told = new Told();
      Ledger ledger = new Ledger(run.context(), plan);
      Scheduler scheduler =
          new Scheduler(
              run.context(),
              ledger,
              PlainRun.scenarios(plan),
              (scenario, attempt) -> attempt.run(() -> held(attempt)),
              told,
              PATIENT);

      scheduler.interrupt("signal");
      scheduler.interrupt("signal");
      scheduler.run(plan);
      ledger.finish();

      assertEquals(told.lines, List.of("planned 1"));
      assertEquals(
          run.ended(RunEvent.Interrupted.class), List.of(new RunEvent.Interrupted("signal")));
      RunEvent.RunEnd end = run.ended(RunEvent.RunEnd.class).get(0);
      assertEquals(end.exitCode(), 3);
    }
  }

  public void interruptedWhileItRunsItEndsTheAttemptAndBeginsNoOther() throws IOException {
    try (PlainRun run = new PlainRun(3)) {
      Plan plan = Plan.of(List.of(PlainRun.cell("a", 1), PlainRun.cell("b", 1)));
      Told told = new Told();
      Ledger ledger = new Ledger(run.context(), plan);
      AtomicReference<@Nullable Scheduler> itself = new AtomicReference<>();
      Scheduler scheduler =
          new Scheduler(
              run.context(),
              ledger,
              PlainRun.scenarios(plan),
              (scenario, attempt) ->
                  attempt.run(
                      () -> {
                        Scheduler running = itself.get();
                        if (running != null) {
                          running.interrupt("signal");
                        }
                        return held(attempt);
                      }),
              told,
              PATIENT);
      itself.set(scheduler);

      scheduler.run(plan);
      ledger.finish();

      assertEquals(told.lines, List.of("planned 2", "a11", "errored: interrupted by signal"));
      assertEquals(run.ended(RunEvent.Interrupted.class).size(), 1);
    }
  }
}
