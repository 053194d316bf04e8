package dev.parley.network.engine;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Trace;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capacity on the engine's time axis: a rate at every moment, or a trace's opportunities. */
final class Pace {
  /** The rate of a link without a bottleneck. */
  static final long UNLIMITED = Long.MAX_VALUE;

  /** The start of a capacity whose time has not begun. */
  static final long NOT_STARTED = Long.MAX_VALUE;

  private static final long SECOND = 1_000_000_000L;

  private final Capacity capacity;
  private final long startNanos;
  private final @Nullable Opportunities opportunities;

  Pace(Capacity capacity, long startNanos) {
    this.capacity = capacity;
    this.startNanos = startNanos;
    this.opportunities =
        capacity instanceof Capacity.Traced traced && startNanos != NOT_STARTED
            ? new Opportunities(traced, startNanos)
            : null;
  }

  /** The trace's opportunities; null where a rate holds. */
  @Nullable Opportunities opportunities() {
    return opportunities;
  }

  /** The rate at a moment in bit/s; of a trace, the mean of all of it. */
  long bitsPerSecondAt(long nanos) {
    if (capacity instanceof Capacity.Constant constant) {
      return constant.bitsPerSecond();
    }
    if (capacity instanceof Capacity.Steps steps) {
      return stepAt(steps, nanos).bitsPerSecond();
    }
    if (capacity instanceof Capacity.Traced traced) {
      return Math.max(1, Math.round(traced.trace().meanBitsPerSecond()));
    }
    return UNLIMITED;
  }

  /** The mean over the last second, or over the first where that has not passed. */
  double lastSecond(long nanos) {
    if (capacity instanceof Capacity.Unlimited) {
      return Double.POSITIVE_INFINITY;
    }
    if (startNanos == NOT_STARTED) {
      return bitsPerSecondAt(nanos);
    }
    long end = Math.max(nanos, startNanos + SECOND);
    if (opportunities != null) {
      return opportunities.countUpTo(end, SECOND) * 8.0 * Trace.OPPORTUNITY_BYTES;
    }
    return capacity instanceof Capacity.Steps steps
        ? meanOfSteps(steps, Math.max(nanos - SECOND, startNanos), nanos)
        : bitsPerSecondAt(nanos);
  }

  private double meanOfSteps(Capacity.Steps steps, long from, long to) {
    double bits = 0;
    long at = from;
    while (at < to) {
      long until = Math.min(to, nextStepAfter(steps, at));
      bits += (double) (until - at) * stepAt(steps, at).bitsPerSecond();
      at = until;
    }
    return to > from ? bits / (to - from) : stepAt(steps, to).bitsPerSecond();
  }

  private long nextStepAfter(Capacity.Steps steps, long nanos) {
    long into = into(steps, nanos);
    int next = indexAt(steps.steps(), into) + 1;
    if (next < steps.steps().size()) {
      return nanos + steps.steps().get(next).at().toNanos() - into;
    }
    return steps.period().isZero() ? AccessLink.NEVER : nanos + steps.period().toNanos() - into;
  }

  private Capacity.Step stepAt(Capacity.Steps steps, long nanos) {
    return steps.steps().get(indexAt(steps.steps(), into(steps, nanos)));
  }

  private long into(Capacity.Steps steps, long nanos) {
    long since = startNanos == NOT_STARTED ? 0 : Math.max(0, nanos - startNanos);
    Duration period = steps.period();
    return period.isZero() ? since : since % period.toNanos();
  }

  private static int indexAt(List<Capacity.Step> steps, long into) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (steps.get(middle).at().toNanos() <= into) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
