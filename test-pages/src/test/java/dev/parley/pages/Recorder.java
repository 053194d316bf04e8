package dev.parley.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps what a call's pages say, and waits for what is to come. */
final class Recorder implements PageListener {
  record Entry(String participant, PageMessage message, long nanos) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final List<String> closings = new ArrayList<>();

  @Override
  public synchronized void received(String participant, PageMessage message, long nanos) {
    entries.add(new Entry(participant, message, nanos));
    notifyAll();
  }

  @Override
  public synchronized void closed(String participant, int code, String reason) {
    closings.add(participant + " " + code + " " + reason);
    notifyAll();
  }

  @Override
  public synchronized void refused(String participant, String what) {
    refusals.add(participant + ": " + what);
    notifyAll();
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  synchronized List<String> refusals() {
    return List.copyOf(refusals);
  }

  synchronized List<String> closings() {
    return List.copyOf(closings);
  }

  /** All messages of one type from one participant. */
  <T extends PageMessage> List<T> of(String participant, Class<T> type) {
    return entries().stream()
        .filter(entry -> entry.participant().equals(participant))
        .flatMap(
            entry ->
                type.isInstance(entry.message())
                    ? Stream.of(type.cast(entry.message()))
                    : Stream.of())
        .toList();
  }

  List<PageMessage.Event> events(String participant, String name) {
    return of(participant, PageMessage.Event.class).stream()
        .filter(event -> event.name().equals(name))
        .toList();
  }

  /** Waits until the condition holds, for at most 30 s. */
  synchronized void await(String what, Predicate<Recorder> condition) {
    await(what, Duration.ofSeconds(30), condition);
  }

  synchronized void await(String what, Duration limit, Predicate<Recorder> condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.test(this)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            "Awaited "
                + what
                + " for "
                + limit
                + "; refused "
                + refusals
                + ", closed "
                + closings
                + ", seen "
                + tail());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted while awaiting " + what, e);
      }
    }
  }

  /** What happened last, without what comes every second. */
  private String tail() {
    List<String> told =
        entries.stream()
            .filter(entry -> !(entry.message() instanceof PageMessage.Stats))
            .filter(entry -> !(entry.message() instanceof PageMessage.ClockExchange))
            .filter(entry -> !isSource(entry.message()))
            .map(entry -> "\n  " + shortened(entry.participant() + " " + entry.message()))
            .toList();
    return String.join("", told.subList(Math.max(0, told.size() - 40), told.size()));
  }

  private static boolean isSource(PageMessage message) {
    return message instanceof PageMessage.Event event && event.name().equals("source");
  }

  private static String shortened(String line) {
    return line.length() < 300 ? line : line.substring(0, 300) + "...";
  }
}
