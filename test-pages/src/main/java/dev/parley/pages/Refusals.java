package dev.parley.pages;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the latest refusals; what it keeps and logs is bounded and holds no secret. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int KEPT = 1000;
  private static final int LONGEST = 200;
  private final Deque<Refusal> kept = new ArrayDeque<>();
  private final AccessToken token;

  Refusals(AccessToken token) {
    this.token = token;
  }

  /** Records a refusal and returns its cleaned line. */
  String add(String kind, String what, String remote) {
    String line = clean(what);
    synchronized (kept) {
      if (kept.size() == KEPT) {
        kept.removeFirst();
      }
      kept.addLast(new Refusal(Instant.now(), kind, line, remote));
    }
    LOG.debug("Refused ({}) from {}: {}", kind, remote, line);
    return line;
  }

  List<Refusal> all() {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }

  private String clean(String what) {
    String shown = token.redact(what).replaceAll("\\p{Cntrl}", "?");
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
  }
}
