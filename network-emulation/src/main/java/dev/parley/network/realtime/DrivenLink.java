package dev.parley.network.realtime;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.model.Direction;
import java.util.function.Consumer;

/**
 * A link that a {@link LinkDriver} minds; to be used by a holder of its lock. A link that throws is
 * given up, so that its error stays its own.
 *
 * @param <P> what a packet is
 */
public final class DrivenLink<P> {
  private final AccessLink<P> link;
  private final AccessLink.Sinks<P> sinks;
  private final Consumer<RuntimeException> failed;
  private long next;
  private boolean broken;

  DrivenLink(AccessLink<P> link, AccessLink.Sinks<P> sinks, Consumer<RuntimeException> failed) {
    this.link = link;
    this.sinks = sinks;
    this.failed = failed;
    this.next = link.nextEventNanos();
  }

  /** Gives a packet to a direction; false where the link was given up. */
  public boolean offer(long nanos, Direction direction, P packet, int bytes) {
    if (broken) {
      return false;
    }
    try {
      link.enqueue(nanos, direction, packet, bytes);
      next = link.nextEventNanos();
    } catch (RuntimeException e) {
      giveUp(e);
    }
    return !broken;
  }

  /** Tells the link something; false where it was given up. */
  public boolean tell(Consumer<AccessLink<P>> word) {
    if (broken) {
      return false;
    }
    try {
      word.accept(link);
      next = link.nextEventNanos();
    } catch (RuntimeException e) {
      giveUp(e);
    }
    return !broken;
  }

  /** The link, for questions. */
  public AccessLink<P> link() {
    return link;
  }

  long nextNanos() {
    return next;
  }

  void poll(long nanos) {
    tell(it -> it.poll(nanos, sinks));
  }

  private void giveUp(RuntimeException cause) {
    broken = true;
    next = AccessLink.NEVER;
    failed.accept(cause);
  }
}
