package dev.parley.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges of clocks with one page: a quick burst, each sent once the one before it is answered so
 * that none waits behind another, and then one whenever told.
 */
final class ClockPings {
  private static final int BURST = 10;
  private static final int MOST_UNANSWERED = 64;
  private final LongConsumer sender;
  private final Map<Long, Long> sentNanos = new LinkedHashMap<>();
  private int burstLeft = BURST;
  private long lastId;

  /** With what sends a ping of the given id. */
  ClockPings(LongConsumer sender) {
    this.sender = sender;
  }

  /** Sends one ping. */
  void ping() {
    long id;
    synchronized (this) {
      id = ++lastId;
      if (sentNanos.size() == MOST_UNANSWERED) {
        sentNanos.remove(sentNanos.keySet().iterator().next());
      }
      sentNanos.put(id, System.nanoTime());
    }
    sender.accept(id);
  }

  /** The exchange that an answer completes; null where no such ping is open. */
  PageMessage.@Nullable ClockExchange pong(Inbound.Pong pong, long receivedNanos) {
    Long sent;
    boolean more;
    synchronized (this) {
      sent = sentNanos.remove(pong.id());
      more = sent != null && --burstLeft > 0;
    }
    if (more) {
      ping();
    }
    return sent == null ? null : new PageMessage.ClockExchange(sent, pong.pageMs(), receivedNanos);
  }
}
