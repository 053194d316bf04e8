package dev.parley.reports.view;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.CellId;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedCell;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells that have begun and not ended, and those of the plan that have not begun. */
final class OpenCells {
  /** One repetition of a cell. */
  private record Slot(CellId cell, int repetition) {}

  private final Map<CellId, PlannedCell> planned = new HashMap<>();
  private final Set<Slot> waiting = new LinkedHashSet<>();
  private final Set<Slot> done = new LinkedHashSet<>();
  private final Map<Slot, TreeMap<Integer, AttemptBuilder>> open = new LinkedHashMap<>();

  OpenCells(Plan plan) {
    for (PlannedCell cell : plan.cells()) {
      planned.put(cell.id(), cell);
      for (int repetition = 1; repetition <= cell.repetitions(); repetition++) {
        waiting.add(new Slot(cell.id(), repetition));
      }
    }
  }

  /** Whether this repetition of this cell is planned, or has begun all the same. */
  boolean isKnown(AttemptKey key) {
    Slot slot = new Slot(key.cell(), key.repetition());
    return waiting.contains(slot) || open.containsKey(slot);
  }

  boolean isDone(AttemptKey key) {
    return done.contains(new Slot(key.cell(), key.repetition()));
  }

  void add(AttemptKey key, LoggedEvent event) {
    Slot slot = new Slot(key.cell(), key.repetition());
    waiting.remove(slot);
    open.computeIfAbsent(slot, begun -> new TreeMap<>())
        .computeIfAbsent(
            key.attempt(), number -> new AttemptBuilder(key, event, cell(slot).participants()))
        .add(event);
  }

  void addHostHealth(double runMs, RunEvent.HostHealth health) {
    open.values().forEach(attempts -> attempts.lastEntry().getValue().addHostHealth(runMs, health));
  }

  CellView end(AttemptKey key, RunEvent.CellEnd end) {
    Slot slot = new Slot(key.cell(), key.repetition());
    waiting.remove(slot);
    done.add(slot);
    List<AttemptView> attempts = attempts(open.remove(slot));
    boolean green = end.outcome() == Outcome.PASSED || end.outcome() == Outcome.FLAKY;
    if (green && attempts.isEmpty()) {
      return errored(
          slot, "recorded as " + end.outcome().word() + ", but the log holds no attempt", attempts);
    }
    return new CellView(
        cell(slot), slot.repetition(), end.outcome(), end.reason(), true, end.expected(), attempts);
  }

  /** The next cell that has no result, begun ones first; null when none is left. */
  @Nullable CellView nextWithoutResult(boolean interrupted) {
    if (!open.isEmpty()) {
      Slot slot = open.keySet().iterator().next();
      List<AttemptView> attempts = attempts(open.remove(slot));
      return errored(
          slot, interrupted ? "interrupted while it ran" : "no result recorded", attempts);
    }
    if (waiting.isEmpty()) {
      return null;
    }
    Slot slot = waiting.iterator().next();
    waiting.remove(slot);
    return errored(
        slot, interrupted ? "interrupted before it began" : "no result recorded", List.of());
  }

  private CellView errored(Slot slot, String reason, List<AttemptView> attempts) {
    return new CellView(
        cell(slot), slot.repetition(), Outcome.ERRORED, reason, false, null, attempts);
  }

  private PlannedCell cell(Slot slot) {
    return planned.computeIfAbsent(
        slot.cell(), id -> new PlannedCell(id, id.scenarioKey(), slot.repetition(), List.of()));
  }

  private static List<AttemptView> attempts(@Nullable SortedMap<Integer, AttemptBuilder> begun) {
    List<AttemptView> attempts = new ArrayList<>();
    if (begun != null) {
      begun.values().forEach(attempt -> attempts.add(attempt.build()));
    }
    return List.copyOf(attempts);
  }
}
