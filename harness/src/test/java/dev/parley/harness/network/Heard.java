package dev.parley.harness.network;

import dev.parley.pages.PageListener;
import dev.parley.pages.PageMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Keeps what pages say, and waits for what is to come; reports for the relay reach it at once. */
final class Heard implements PageListener {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final List<Said> all = new ArrayList<>();
  private final ReportSink sink;

  /** What a page said. */
  record Said(String participant, PageMessage message) {}

  /** Where reports for the relay go. */
  interface ReportSink {
    void take(String participant, String pc, String name, JsonNode data);
  }

  Heard(ReportSink sink) {
    this.sink = sink;
  }

  @Override
  public void received(String participant, PageMessage message, long nanos) {
    if (message instanceof PageMessage.Event event && event.pc() != null) {
      sink.take(participant, event.pc(), event.name(), event.data());
    }
    synchronized (this) {
      all.add(new Said(participant, message));
      notifyAll();
    }
  }

  @Override
  public synchronized void closed(String participant, int code, String reason) {
    notifyAll();
  }

  @Override
  public synchronized void refused(String participant, String what) {
    throw new AssertionError(participant + ": " + what);
  }

  /** The data of a participant's events of this name. */
  synchronized List<JsonNode> events(String participant, String name) {
    return of(participant, PageMessage.Event.class)
        .filter(event -> event.name().equals(name))
        .map(PageMessage.Event::data)
        .toList();
  }

  /** A participant's raw reports, oldest first. */
  synchronized List<PageMessage.Stats> reports(String participant) {
    return of(participant, PageMessage.Stats.class).toList();
  }

  private <T> Stream<T> of(String participant, Class<T> type) {
    return List.copyOf(all).stream()
        .filter(said -> said.participant().equals(participant))
        .map(Said::message)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** Waits until something holds, looking whenever something was said. */
  synchronized void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("Awaited " + what + " for " + PATIENCE + ", seen " + tail());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted while awaiting " + what, e);
      }
    }
  }

  private String tail() {
    List<String> told =
        all.stream()
            .filter(said -> said.message() instanceof PageMessage.Event)
            .map(said -> "\n  " + said.participant() + " " + said.message())
            .filter(line -> !line.contains("name=source"))
            .map(line -> line.length() < 260 ? line : line.substring(0, 260) + "...")
            .toList();
    return String.join("", told.subList(Math.max(0, told.size() - 60), told.size()));
  }
}
