package dev.parley.network.engine;

import dev.parley.network.model.DropCause;
import dev.parley.network.model.Queue;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a bottleneck; the packet that is being serialised has left it. How long a packet
 * would wait is asked of the bottleneck, which knows its pace.
 */
final class Waiting<P> {
  private final ArrayDeque<Item<P>> items = new ArrayDeque<>();
  private final Drops<P> drops;
  private Queue kind;
  private @Nullable CoDelControl codel;
  private long bytes;
  private int largest;
  private boolean mayDrop;

  /** Takes what is dropped. */
  interface Drops<P> {
    void dropped(Item<P> item, long atNanos, DropCause cause);
  }

  /** Tells how long a packet would wait behind so many bytes. */
  interface Wait {
    double nanosBehind(long bytes);
  }

  Waiting(Queue kind, Drops<P> drops) {
    this.kind = kind;
    this.drops = drops;
    this.codel = control(kind);
  }

  /** Another kind of queue; what waits, stays. */
  void become(Queue other) {
    if (!other.equals(kind)) {
      kind = other;
      codel = control(other);
    }
  }

  long bytes() {
    return bytes;
  }

  int packets() {
    return items.size();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Takes a packet in, or drops it, or the oldest ones. */
  void offer(Item<P> item, long nowNanos, boolean limited, Wait wait) {
    largest = Math.max(largest, item.weight);
    while (limited && isTooMuch(item, wait)) {
      if (!(kind instanceof Queue.DropHead) || items.isEmpty()) {
        drops.dropped(item, nowNanos, DropCause.QUEUE);
        return;
      }
      drops.dropped(remove(), nowNanos, DropCause.QUEUE);
    }
    items.addLast(item);
    bytes += item.weight;
  }

  private boolean isTooMuch(Item<P> item, Wait wait) {
    Queue.Limit limit = limit();
    if (limit instanceof Queue.Limit.Packets packets) {
      return items.size() >= packets.most();
    }
    if (limit instanceof Queue.Limit.Bytes most) {
      return bytes + item.weight > most.most();
    }
    Queue.Limit.Time time = (Queue.Limit.Time) limit;
    return wait.nanosBehind(bytes) > time.most().toNanos();
  }

  private Queue.Limit limit() {
    if (kind instanceof Queue.DropTail tail) {
      return tail.limit();
    }
    return kind instanceof Queue.DropHead head ? head.limit() : ((Queue.CoDel) kind).limit();
  }

  /** The next to be served, after what CoDel drops; null where nothing waits. */
  @Nullable Item<P> next(long nowNanos) {
    return codel == null ? items.isEmpty() ? null : remove() : nextByCoDel(codel, nowNanos);
  }

  private @Nullable Item<P> nextByCoDel(CoDelControl control, long now) {
    Item<P> item = take(control, now);
    if (control.dropping()) {
      if (!mayDrop) {
        control.leave();
      }
      while (item != null && control.dropIsDue(now)) {
        drops.dropped(item, now, DropCause.CODEL);
        control.counted();
        item = take(control, now);
        if (mayDrop) {
          control.scheduleNext();
        } else {
          control.leave();
        }
      }
    } else if (item != null && mayDrop) {
      drops.dropped(item, now, DropCause.CODEL);
      item = take(control, now);
      control.enter(now);
    }
    return item;
  }

  private @Nullable Item<P> take(CoDelControl control, long now) {
    if (items.isEmpty()) {
      control.empty();
      mayDrop = false;
      return null;
    }
    Item<P> item = remove();
    mayDrop = control.mayDrop(now, now - item.arrivalNanos, bytes, largest);
    return item;
  }

  /** Drops everything. */
  void flush(long nowNanos, DropCause cause) {
    while (!items.isEmpty()) {
      drops.dropped(remove(), nowNanos, cause);
    }
  }

  private Item<P> remove() {
    Item<P> item = items.removeFirst();
    bytes -= item.weight;
    return item;
  }

  private static @Nullable CoDelControl control(Queue kind) {
    return kind instanceof Queue.CoDel settings ? new CoDelControl(settings) : null;
  }
}
