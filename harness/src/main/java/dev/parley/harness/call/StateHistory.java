package dev.parley.harness.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The states that something went through, each with the run's time; not safe by itself. */
final class StateHistory {

  private record Entry(String state, double runMs) {}

  private final List<Entry> entries = new ArrayList<>();
  private final String first;

  StateHistory(String first) {
    this.first = first;
  }

  void enter(String state, double runMs) {
    entries.add(new Entry(state, runMs));
  }

  String current() {
    return entries.isEmpty() ? first : entries.get(entries.size() - 1).state;
  }

  /** When one of the states was first entered at or after a moment. */
  Optional<Double> entered(Set<String> states, double sinceMs) {
    return entries.stream()
        .filter(entry -> entry.runMs >= sinceMs && states.contains(entry.state))
        .map(Entry::runMs)
        .findFirst();
  }
}
