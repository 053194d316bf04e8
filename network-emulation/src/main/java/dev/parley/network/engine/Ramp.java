package dev.parley.network.engine;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.Loss;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A straight line from what held to what is to hold, for the fields that have one. */
record Ramp(
    LinkChange atOnce,
    @Nullable Line capacity,
    @Nullable Line delay,
    @Nullable Line loss,
    int steps,
    long lengthNanos) {
  private static final long LONGEST_STEP_NANOS = 100_000_000L;

  /** A line between two numbers. */
  record Line(double from, double to) {
    double at(double share) {
      return share >= 1 ? to : from + (to - from) * share;
    }
  }

  /** From this state by this change, in so long a time. */
  static Ramp of(LinkProfile from, LinkChange change, Duration length) {
    Line capacity = length.isZero() ? null : capacity(from.capacity(), change.capacity());
    Line delay = length.isZero() ? null : delay(from.delay(), change.delay());
    Line loss = length.isZero() ? null : loss(from.loss(), change.loss());
    LinkChange atOnce =
        new LinkChange(
            capacity == null ? change.capacity() : null,
            delay == null ? change.delay() : null,
            change.jitter(),
            loss == null ? change.loss() : null,
            change.outage(),
            change.queue());
    long nanos = length.toNanos();
    int steps = (int) ((nanos + LONGEST_STEP_NANOS - 1) / LONGEST_STEP_NANOS);
    return new Ramp(atOnce, capacity, delay, loss, steps, nanos);
  }

  boolean isFlat() {
    return capacity == null && delay == null && loss == null;
  }

  /** When a step is, after the beginning; the steps count from 1. */
  long nanosOf(int step) {
    return Math.round((double) lengthNanos * step / steps);
  }

  /** What holds from a step on, of those lines that still lead. */
  LinkChange at(int step, boolean withCapacity, boolean withDelay, boolean withLoss) {
    double share = (double) step / steps;
    return new LinkChange(
        capacity == null || !withCapacity
            ? null
            : Capacity.constant(Math.round(capacity.at(share))),
        delay == null || !withDelay ? null : Duration.ofNanos(Math.round(delay.at(share))),
        null,
        loss == null || !withLoss ? null : lossOf(loss.at(share)),
        null,
        null);
  }

  private static Loss lossOf(double rate) {
    return rate == 0 ? Loss.NONE : new Loss.Independent(rate);
  }

  private static @Nullable Line capacity(Capacity from, @Nullable Capacity to) {
    return from instanceof Capacity.Constant before && to instanceof Capacity.Constant after
        ? new Line(before.bitsPerSecond(), after.bitsPerSecond())
        : null;
  }

  private static @Nullable Line delay(Duration from, @Nullable Duration to) {
    return to == null ? null : new Line(from.toNanos(), to.toNanos());
  }

  private static @Nullable Line loss(Loss from, @Nullable Loss to) {
    boolean straight = isIndependent(from) && to != null && isIndependent(to);
    return straight && to != null ? new Line(from.meanRate(), to.meanRate()) : null;
  }

  private static boolean isIndependent(Loss loss) {
    return loss instanceof Loss.Independent || loss instanceof Loss.None;
  }
}
