package dev.parley.harness.call;

import dev.parley.harness.endpoint.Family;
import dev.parley.harness.stats.CapabilityMap;
import dev.parley.reports.log.EventLog;
import dev.parley.reports.log.EventLogReader;
import dev.parley.reports.log.RunClock;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A run's log in a folder of its own, to see what was written to it. */
final class LogBench implements AutoCloseable {
  final RunClock clock = RunClock.start();
  final Path folder = Files.createTempDirectory("parley-log-bench");
  final AttemptLog log;
  private final EventLog whole;

  LogBench() throws IOException {
    whole = EventLog.create(folder.resolve("run.jsonl"), clock);
    whole.append(
        null,
        new RunEvent.RunStart(
            RunEvent.SCHEMA,
            "bench",
            "test",
            1,
            List.of(),
            new RunEvent.HostInfo("os", "1", "arch", "cpu", 1, 1, "17"),
            Map.of(),
            Plan.of(List.of())));
    log = new AttemptLog(whole, new AttemptKey(CellId.parse("bench/a~b"), 1, 1));
  }

  static PageRecord record(String participant) {
    return new PageRecord(participant, new CapabilityMap(Family.CHROME, "150"));
  }

  /** Ends the log, and reads what it holds of one type. */
  <T extends RunEvent> List<T> ended(Class<T> type) throws IOException {
    whole.close();
    List<T> found = new ArrayList<>();
    new EventLogReader()
        .read(
            folder.resolve("run.jsonl"),
            logged -> {
              if (type.isInstance(logged.event())) {
                found.add(type.cast(logged.event()));
              }
            },
            problem -> {
              throw new AssertionError(problem.toString());
            });
    return found;
  }

  @Override
  public void close() throws IOException {
    whole.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
