package dev.parley.network.engine;

import dev.parley.network.model.Queue;

/** The state of CoDel and its control law (RFC 8289, section 5). */
final class CoDelControl {
  private final long targetNanos;
  private final long intervalNanos;

  private long firstAboveNanos;
  private boolean isAbove;
  private boolean dropping;
  private long dropNextNanos;
  private long count;
  private long lastCount;

  CoDelControl(Queue.CoDel settings) {
    this.targetNanos = settings.target().toNanos();
    this.intervalNanos = settings.interval().toNanos();
  }

  /** The queue is empty: it cannot be above the target. */
  void empty() {
    isAbove = false;
  }

  /** Whether a packet that leaves the queue now may be dropped. */
  boolean mayDrop(long nowNanos, long sojournNanos, long bytesLeft, int largestPacket) {
    if (sojournNanos < targetNanos || bytesLeft <= largestPacket) {
      isAbove = false;
      return false;
    }
    if (!isAbove) {
      isAbove = true;
      firstAboveNanos = nowNanos + intervalNanos;
      return false;
    }
    return nowNanos >= firstAboveNanos;
  }

  boolean dropping() {
    return dropping;
  }

  boolean dropIsDue(long nowNanos) {
    return dropping && nowNanos >= dropNextNanos;
  }

  void leave() {
    dropping = false;
  }

  /** One more was dropped. */
  void counted() {
    count++;
  }

  /** The next drop comes sooner than the last. */
  void scheduleNext() {
    dropNextNanos = law(dropNextNanos);
  }

  /** Begins to drop, at about the rate that controlled the queue if that was not long ago. */
  void enter(long nowNanos) {
    dropping = true;
    long delta = count - lastCount;
    boolean recent = nowNanos - dropNextNanos < 16 * intervalNanos;
    count = delta > 1 && recent ? delta : 1;
    dropNextNanos = law(nowNanos);
    lastCount = count;
  }

  private long law(long from) {
    return from + Math.round(intervalNanos / Math.sqrt((double) count));
  }
}
