package dev.parley.network.engine;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.Queue;
import dev.parley.network.model.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A queue and what serves it: at a rate, where each packet takes its time, or by a trace, where
 * each opportunity carries as many bytes as it may, of one packet or of several (as Mahimahi's
 * {@code mm-link} does). An opportunity that nothing waits for is lost.
 */
final class Bottleneck<P> {
  private static final double NANOS_OF_A_BYTE_AT_ONE = 8e9;

  private final Waiting<P> waiting;
  private final Exit<P> exit;
  private final ExactTime finish = new ExactTime();
  private Pace pace;

  /** Being serialised at a rate, until {@link #finish}. */
  private @Nullable Item<P> serving;

  /** Partly carried by a trace. */
  private @Nullable Item<P> partial;

  private int partialLeft;
  private long opportunity;

  /** Takes what is served, and what is dropped. */
  interface Exit<P> extends Waiting.Drops<P> {
    void served(Item<P> item, long atNanos);
  }

  Bottleneck(Capacity capacity, Queue queue, Exit<P> exit) {
    this.pace = new Pace(capacity, Pace.NOT_STARTED);
    this.waiting = new Waiting<>(queue, exit);
    this.exit = exit;
  }

  Pace pace() {
    return pace;
  }

  /** What waits, in bytes. */
  long bytes() {
    return waiting.bytes();
  }

  int packets() {
    return waiting.packets() + (serving == null ? 0 : 1) + (partial == null ? 0 : 1);
  }

  void queue(Queue kind) {
    waiting.become(kind);
  }

  /** Serves at another pace from now on; a packet that is being serialised finishes at the old. */
  void pace(Pace next, long nowNanos) {
    pace = next;
    Opportunities opportunities = next.opportunities();
    if (opportunities != null) {
      opportunity = opportunities.firstAfter(nowNanos);
    } else if (serving == null) {
      finish.set(nowNanos);
      serveNext();
    }
  }

  /** A packet comes. */
  void accept(Item<P> item, long nowNanos) {
    Opportunities opportunities = pace.opportunities();
    if (opportunities != null) {
      if (opportunities.endedAt(nowNanos)) {
        exit.dropped(item, nowNanos, DropCause.TRACE_END);
        return;
      }
      if (packets() == 0) {
        opportunity = opportunities.firstAfter(nowNanos);
      }
    }
    boolean limited = opportunities != null || pace.bitsPerSecondAt(nowNanos) != Pace.UNLIMITED;
    waiting.offer(item, nowNanos, limited, ahead -> nanosBehind(ahead, nowNanos));
    if (opportunities == null && serving == null) {
      finish.set(nowNanos);
      serveNext();
    }
  }

  private double nanosBehind(long ahead, long nowNanos) {
    Opportunities opportunities = pace.opportunities();
    if (opportunities == null) {
      long busy = serving == null ? 0 : finish.ceiling() - nowNanos;
      return busy + ahead * NANOS_OF_A_BYTE_AT_ONE / pace.bitsPerSecondAt(nowNanos);
    }
    long carried = (ahead + partialLeft) / Trace.OPPORTUNITY_BYTES;
    return (double) opportunities.at(opportunity + carried) - nowNanos;
  }

  /** When something is to be done next. */
  long next() {
    if (serving != null) {
      return finish.ceiling();
    }
    Opportunities opportunities = pace.opportunities();
    boolean waits = partial != null || !waiting.isEmpty();
    return opportunities != null && waits ? opportunities.at(opportunity) : AccessLink.NEVER;
  }

  /** Whether a packet is through before this moment, if only by a fraction of a nanosecond. */
  boolean finishesBefore(long nanos) {
    return serving != null && finish.floor() < nanos;
  }

  /** Does what is to be done at {@link #next()}. */
  void step() {
    Item<P> done = serving;
    if (done != null) {
      serving = null;
      exit.served(done, finish.ceiling());
      Opportunities opportunities = pace.opportunities();
      if (opportunities == null) {
        serveNext();
      } else {
        opportunity = opportunities.firstAfter(finish.ceiling());
        endIfOver(opportunities, finish.ceiling());
      }
    } else if (pace.opportunities() != null) {
      use(pace.opportunities());
    }
  }

  private void serveNext() {
    Item<P> item = partial;
    int weight = partialLeft;
    if (item == null) {
      item = waiting.next(finish.ceiling());
      weight = item == null ? 0 : item.weight;
    }
    partial = null;
    partialLeft = 0;
    serving = item;
    long rate = pace.bitsPerSecondAt(finish.floor());
    if (rate != Pace.UNLIMITED) {
      finish.add(8L * weight, rate);
    }
  }

  private void use(Opportunities opportunities) {
    long now = opportunities.at(opportunity);
    opportunity++;
    int room = Trace.OPPORTUNITY_BYTES;
    while (room > 0) {
      Item<P> item = partial == null ? waiting.next(now) : partial;
      if (item == null) {
        break;
      }
      int left = partial == null ? item.weight : partialLeft;
      int carried = Math.min(room, left);
      room -= carried;
      partialLeft = left - carried;
      partial = partialLeft == 0 ? null : item;
      if (partial == null) {
        exit.served(item, now);
      }
    }
    endIfOver(opportunities, now);
  }

  private void endIfOver(Opportunities opportunities, long nowNanos) {
    if (opportunities.endedAt(nowNanos)) {
      if (partial != null) {
        exit.dropped(partial, nowNanos, DropCause.TRACE_END);
        partial = null;
        partialLeft = 0;
      }
      waiting.flush(nowNanos, DropCause.TRACE_END);
    }
  }
}
