package dev.parley.harness.bench;

import dev.parley.harness.CallErrored;
import dev.parley.reports.log.EventLogReader;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run's log tells about when things happened in it. */
final class RunTimes {
  private static final String LOG = "run.jsonl";

  private final List<Double> windows = new ArrayList<>();
  private final List<Double> cellEndsMs = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final List<Double> sampleCostsMs = new ArrayList<>();
  private long warm;
  private @Nullable Instant origin;
  private @Nullable Double connectedMs;
  private @Nullable Double firstFrameMs;

  /**
   * Reads the log of a run's folder.
   *
   * @throws CallErrored of kind {@code bench} if there is none, or the call did not come about
   */
  static RunTimes read(Path run) throws IOException {
    Path log = run.resolve(LOG);
    if (!Files.isRegularFile(log)) {
      throw new CallErrored("bench", "the run left no log; its output is in " + run + ".log");
    }
    RunTimes times = new RunTimes();
    new EventLogReader().read(log, times::take, problem -> {});
    if (times.windows.isEmpty()) {
      throw new CallErrored(
          "bench", "no call was measured: " + times.outcome() + "; the results are in " + run);
    }
    return times;
  }

  private void take(LoggedEvent logged) {
    if (origin == null) {
      origin = logged.wall().minus(Duration.ofNanos(Math.round(logged.runMs() * 1e6)));
    }
    RunEvent event = logged.event();
    if (event instanceof RunEvent.Window window) {
      windows.add((window.toMs() - window.fromMs()) / 1000);
    } else if (event instanceof RunEvent.Step step && step.name().equals("connected")) {
      connectedMs = connectedMs == null ? Double.valueOf(logged.runMs()) : connectedMs;
    } else if (event instanceof RunEvent.Mark mark && mark.name().equals("first-frame")) {
      // Of the first call only: its two sides.
      if (cellEndsMs.isEmpty()) {
        firstFrameMs = Math.max(firstFrameMs == null ? 0 : firstFrameMs, mark.time().runMs());
      }
    } else if (event instanceof RunEvent.PageHealth health) {
      sampleCostsMs.add(health.sampleCostMs());
    } else if (event instanceof RunEvent.ParticipantJoined joined && joined.warm()) {
      warm++;
    } else if (event instanceof RunEvent.CellEnd end) {
      cellEndsMs.add(logged.runMs());
      outcomes.add(end.outcome().word());
    }
  }

  /** The outcomes of the cells in order, each once. */
  String outcome() {
    return outcomes.stream().distinct().collect(Collectors.joining(", "));
  }

  /** The first window's length. */
  double windowSeconds() {
    return windows.get(0);
  }

  /** When the first call was connected on both sides, on the run's clock; null if never. */
  @Nullable Double connectedMs() {
    return connectedMs;
  }

  /** When the later side of the first call saw its first frame; null if never. */
  @Nullable Double firstFrameMs() {
    return firstFrameMs;
  }

  /** What each sample cost the page's main thread, in milliseconds. */
  List<Double> sampleCostsMs() {
    return List.copyOf(sampleCostsMs);
  }

  /** Seconds from a moment to one on the run's clock; null for null. */
  @Nullable Double sinceStart(Instant begun, @Nullable Double runMs) {
    if (origin == null || runMs == null) {
      return null;
    }
    return Duration.between(begun, origin).toNanos() / 1e9 + runMs / 1000;
  }

  /** How many participants were given a browser that had run before. */
  long warmParticipants() {
    return warm;
  }

  /** What each cell but the first took over its window, in seconds, one after the other. */
  List<Double> warmOverheads() {
    List<Double> overheads = new ArrayList<>();
    for (int cell = 1; cell < cellEndsMs.size() && cell < windows.size(); cell++) {
      double whole = (cellEndsMs.get(cell) - cellEndsMs.get(cell - 1)) / 1000;
      overheads.add(whole - windows.get(cell));
    }
    return overheads;
  }
}
