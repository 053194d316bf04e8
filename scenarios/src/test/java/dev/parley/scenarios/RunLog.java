package dev.parley.scenarios;

import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.RunEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run's log tells, for assertions.
 *
 * @param events every event, in order
 */
record RunLog(List<LoggedEvent> events) {

  <T extends RunEvent> Stream<T> all(Class<T> type) {
    return events.stream().map(LoggedEvent::event).filter(type::isInstance).map(type::cast);
  }

  /** Each cell's outcome, by its id. */
  Map<String, RunEvent.CellEnd> cells() {
    Map<String, RunEvent.CellEnd> cells = new LinkedHashMap<>();
    for (LoggedEvent event : events) {
      if (event.event() instanceof RunEvent.CellEnd end && event.cell() != null) {
        cells.put(event.cell().cell().toString(), end);
      }
    }
    return cells;
  }

  /** One cell's outcome. */
  RunEvent.CellEnd cell(String id) {
    RunEvent.CellEnd end = cells().get(id);
    if (end == null) {
      throw new AssertionError("no outcome of " + id + ", found those of " + cells().keySet());
    }
    return end;
  }

  /** Whether an outcome says only that the machine was too busy to tell. */
  static boolean isForWantOfPower(RunEvent.CellEnd end) {
    return end.outcome() == Outcome.INCONCLUSIVE
        && (end.reason().contains("CPU")
            || end.reason().contains("timer")
            || end.reason().contains("source"));
  }
}
