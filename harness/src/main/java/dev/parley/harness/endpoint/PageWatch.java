package dev.parley.harness.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees the lent page crash, and keeps the last lines of its console. */
final class PageWatch {
  private static final int LINES = 500;
  private static final int LONGEST_LINE = 2000;
  private final BrowserProcess process;
  private final Deque<String> console = new ArrayDeque<>();
  private Optional<String> watched = Optional.empty();

  PageWatch(BrowserProcess process) {
    this.process = process;
  }

  /** Subscribes; Firefox destroys the context of a page that crashes, Chromium tells of it. */
  void begin() {
    Bidi bidi = process.bidi();
    bidi.listen("browsingContext.contextDestroyed", this::destroyed);
    bidi.listen("log.entryAdded", this::logged);
    if (process.endpoint().family() != Family.FIREFOX) {
      bidi.listen("goog:cdp.Inspector.targetCrashed", event -> crashed());
    }
  }

  /** Watches this context from now on. */
  synchronized void watch(String context) {
    watched = Optional.of(context);
    console.clear();
  }

  /** Watches none: what closes now is meant to. */
  synchronized void rest() {
    watched = Optional.empty();
  }

  synchronized List<String> console() {
    return List.copyOf(console);
  }

  private synchronized void destroyed(Map<String, Object> event) {
    if (watched.isPresent() && watched.get().equals(event.get("context"))) {
      crashed();
    }
  }

  private void crashed() {
    process.fail(
        new EndpointException(
            "page-crash", "the page of %s crashed".formatted(process.endpoint().alias())));
  }

  private synchronized void logged(Map<String, Object> event) {
    String line =
        "%s %s %s".formatted(event.get("timestamp"), event.get("level"), event.get("text"));
    console.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
    if (console.size() > LINES) {
      console.removeFirst();
    }
  }
}
