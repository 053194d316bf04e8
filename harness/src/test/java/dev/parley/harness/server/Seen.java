package dev.parley.harness.server;

import dev.parley.pages.PageMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What pages have said so far; a wait ends as soon as it is enough. */
final class Seen {
  private final Map<String, List<PageMessage.Event>> events = new HashMap<>();
  private final Map<String, List<PageMessage.Stats>> stats = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  synchronized void add(String participant, PageMessage.Event event) {
    events.computeIfAbsent(participant, key -> new ArrayList<>()).add(event);
    notifyAll();
  }

  synchronized void add(String participant, PageMessage.Stats sample) {
    stats.computeIfAbsent(participant, key -> new ArrayList<>()).add(sample);
    notifyAll();
  }

  synchronized void note(String what) {
    notes.add(what);
  }

  synchronized Samples of(String participant) {
    return new Samples(
        List.copyOf(events.getOrDefault(participant, List.of())),
        List.copyOf(stats.getOrDefault(participant, List.of())));
  }

  synchronized void await(
      String participant, String what, Duration patience, Predicate<Samples> reached) {
    long end = System.nanoTime() + patience.toNanos();
    while (!reached.test(of(participant))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "%s: no %s within %d s; seen: %s %s"
                .formatted(
                    participant, what, patience.toSeconds(), of(participant).states(), notes));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while awaiting " + what, e);
      }
    }
  }
}
