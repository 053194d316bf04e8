package dev.parley.harness.cli;

import dev.parley.harness.schedule.Progress;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says on the terminal how a run gets on: a line for each cell, and, on a terminal, one that lives.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001B[2K";

  private final PrintWriter out;
  private final boolean live;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-progress");
            thread.setDaemon(true);
            return thread;
          });
  private final LongSupplier nanoTime;
  private final Duration tick;
  private long startNanos;
  private int total;
  private int done;
  private @Nullable AttemptKey running;

  ConsoleProgress(PrintWriter out, boolean live) {
    this(out, live, System::nanoTime, Duration.ofSeconds(1));
  }

  ConsoleProgress(PrintWriter out, boolean live, LongSupplier nanoTime, Duration tick) {
    this.out = out;
    this.live = live;
    this.nanoTime = nanoTime;
    this.tick = tick;
    this.startNanos = nanoTime.getAsLong();
  }

  @Override
  public synchronized void planned(Plan plan) {
    total = plan.cells().stream().mapToInt(PlannedCell::repetitions).sum();
    startNanos = nanoTime.getAsLong();
    out.println("Running " + total + (total == 1 ? " cell." : " cells."));
    out.flush();
    if (live) {
      var unused =
          ticker.scheduleAtFixedRate(
              this::tick, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void began(AttemptKey key) {
    running = key;
    tick();
  }

  @Override
  public synchronized void ended(
      CellId cell, int repetition, Outcome outcome, String reason, double seconds) {
    done++;
    outcomes.merge(outcome, 1, Integer::sum);
    running = null;
    String why = outcome == Outcome.PASSED ? "" : "\n            " + harmless(reason);
    String round = repetition > 1 ? " #" + repetition : "";
    line(
        String.format(
            Locale.ROOT,
            "[%d/%d] %-12s %s%s (%.1f s)%s",
            done,
            total,
            outcome.word(),
            cell,
            round,
            seconds,
            why));
  }

  private synchronized void tick() {
    if (live && running != null) {
      out.print(CLEAR_LINE + "[" + (done + 1) + "/" + total + "] " + running.cell() + status());
      out.flush();
    }
  }

  private String status() {
    String soFar =
        outcomes.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    long elapsed = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - startNanos);
    String left = done == 0 ? "" : ", about " + elapsed * (total - done) / done + " s left";
    return " · " + elapsed + " s" + (soFar.isEmpty() ? "" : " · " + soFar) + left;
  }

  /** A page may say anything, and a terminal does much of what it is told. */
  private static String harmless(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private void line(String text) {
    out.println(live ? CLEAR_LINE + text : text);
    out.flush();
  }

  @Override
  public synchronized void close() {
    ticker.shutdownNow();
    if (live) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
