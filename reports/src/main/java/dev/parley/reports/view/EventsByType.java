package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events in order, found by their type. */
final class EventsByType {
  private final Map<Class<?>, List<Timed<?>>> events = new HashMap<>();

  void add(double runMs, RunEvent event) {
    events
        .computeIfAbsent(event.getClass(), type -> new ArrayList<>())
        .add(new Timed<>(runMs, event));
  }

  int count(Class<? extends RunEvent> type) {
    return events.getOrDefault(type, List.of()).size();
  }

  <T extends RunEvent> List<Timed<T>> timed(Class<T> type) {
    return events.getOrDefault(type, List.of()).stream()
        .map(timed -> new Timed<>(timed.runMs(), type.cast(timed.event())))
        .toList();
  }

  <T extends RunEvent> List<T> all(Class<T> type) {
    return events.getOrDefault(type, List.of()).stream()
        .map(timed -> type.cast(timed.event()))
        .toList();
  }

  <T extends RunEvent> @Nullable T last(Class<T> type) {
    List<T> all = all(type);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }
}
