package dev.parley.harness.schedule;

import dev.parley.harness.matrix.ScenarioMethod;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs a plan, cell after cell, each attempt under a deadline. */
public final class Scheduler {
  private final RunContext context;
  private final Ledger ledger;
  private final Map<CellId, ScenarioMethod> scenarios;
  private final Invoker invoker;
  private final Progress progress;
  private final TimeLimits limits;
  private @Nullable Attempt current;
  private @Nullable String interruptedBy;

  /** A scheduler of the cells that these scenarios serve. */
  public Scheduler(
      RunContext context,
      Ledger ledger,
      Map<CellId, ScenarioMethod> scenarios,
      Invoker invoker,
      Progress progress,
      TimeLimits limits) {
    this.context = context;
    this.ledger = ledger;
    this.scenarios = Map.copyOf(scenarios);
    this.invoker = invoker;
    this.progress = progress;
    this.limits = limits;
  }

  /** Runs every cell of the plan, repetitions as rounds over all cells. */
  public void run(Plan plan) {
    progress.planned(plan);
    int rounds = plan.cells().stream().mapToInt(PlannedCell::repetitions).max().orElse(0);
    for (int repetition = 1; repetition <= rounds; repetition++) {
      for (PlannedCell cell : plan.cells()) {
        if (interrupted() != null) {
          return;
        }
        if (repetition <= cell.repetitions()) {
          repeat(cell, repetition);
        }
      }
    }
  }

  /** Ends the run from outside: recorded first, then the running attempt is aborted. */
  public void interrupt(String by) {
    Attempt running;
    synchronized (this) {
      if (interruptedBy != null) {
        return;
      }
      interruptedBy = by;
      running = current;
    }
    context.log().append(null, new RunEvent.Interrupted(by));
    if (running != null) {
      running.abort("interrupted by " + by);
    }
  }

  private void repeat(PlannedCell cell, int repetition) {
    double begin = context.clock().nowMs();
    List<AttemptResult> results = new ArrayList<>();
    for (int number = 1; number <= 1 + context.settings().retries(); number++) {
      results.add(attempt(cell, new AttemptKey(cell.id(), repetition, number)));
      if (!isWorthARetry(results.get(number - 1)) || interrupted() != null) {
        break;
      }
    }
    AttemptResult last = results.get(results.size() - 1);
    Outcome outcome = ledger.enter(new AttemptKey(cell.id(), repetition, results.size()), results);
    progress.ended(
        cell.id(), repetition, outcome, last.reason(), (context.clock().nowMs() - begin) / 1000);
  }

  private static boolean isWorthARetry(AttemptResult result) {
    return result.outcome() == Outcome.FAILED || result.outcome() == Outcome.ERRORED;
  }

  private AttemptResult attempt(PlannedCell cell, AttemptKey key) {
    progress.began(key);
    Attempt attempt = new Attempt(context, cell, key);
    ScenarioMethod scenario = scenarios.get(cell.id());
    if (scenario == null) {
      throw new IllegalArgumentException("no scenario serves cell " + cell.id());
    }
    begin(attempt);
    AtomicReference<String> end = new AtomicReference<>("the attempt ended without a result");
    Thread thread = new Thread(() -> invoke(scenario, attempt, end), "parley-attempt-" + cell.id());
    thread.setDaemon(true);
    thread.start();
    Duration limit =
        limits.ofAttempt(context.settings().duration()).plusSeconds(scenario.seconds());
    if (!ended(thread, limit)) {
      String late = "time-limit: the attempt took longer than " + limit.toSeconds() + " s";
      end.set(late);
      attempt.abort(late);
      if (!ended(thread, limits.windDown())) {
        thread.interrupt();
        ended(thread, limits.lastWord());
      }
    }
    begin(null);
    return attempt.conclude(new AttemptResult(Outcome.ERRORED, "harness: " + end.get()));
  }

  /** What the invoker throws, also an error of linking, ends this attempt and no more. */
  private void invoke(ScenarioMethod scenario, Attempt attempt, AtomicReference<String> end) {
    try {
      invoker.invoke(scenario, attempt);
    } catch (Throwable e) {
      end.set("the scenario could not be run: " + e);
    }
  }

  private synchronized void begin(@Nullable Attempt attempt) {
    current = attempt;
    if (attempt != null && interruptedBy != null) {
      attempt.abort("interrupted by " + interruptedBy);
    }
  }

  private synchronized @Nullable String interrupted() {
    return interruptedBy;
  }

  private static boolean ended(Thread thread, Duration bound) {
    try {
      thread.join(bound.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
