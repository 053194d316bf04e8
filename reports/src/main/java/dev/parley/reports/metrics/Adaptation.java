package dev.parley.reports.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How senders used a bottleneck from one change of its capacity to the next (after RFC 8867,
 * section 4).
 *
 * @param utilisation IP bytes that left the link over the last half of the phase, as a ratio of
 *     what it could carry; the first half is for adapting
 * @param timeToRampUp seconds from a rise of the capacity until, over one second, {@value
 *     #RAMPED_UP} of it were used; undefined where it did not rise, or that never came
 * @param timeToBackOff seconds from a fall of the capacity until, over one second, no more was
 *     offered than it could carry; undefined where it did not fall, or that never came
 * @param overshoot what was offered above the capacity, second by second, as a ratio of what the
 *     link could carry in the phase
 * @param queueDelay the 95 % quantile, over the last half of the phase, of how long packets waited
 *     at the bottleneck, in s
 */
public record Adaptation(
    Measured utilisation,
    Measured timeToRampUp,
    Measured timeToBackOff,
    Measured overshoot,
    Measured queueDelay) {

  /** The share of a new capacity at which it counts as taken. */
  public static final double RAMPED_UP = 0.8;

  /** Over which time a rate is taken, in ms; an interval may miss it by a little. */
  private static final double WINDOW_MS = 1000;

  private static final double SLACK = 0.95;

  /** The share of a span that must have been observed for a figure of it. */
  private static final double LEAST_OBSERVED = 0.5;

  /**
   * A time of constant capacity.
   *
   * @param fromMs when the capacity changed to this
   * @param toMs when it changed again, or the test ended
   * @param bitsPerSecond the capacity, above 0
   * @param before the capacity before; undefined at the start
   */
  public record Phase(double fromMs, double toMs, double bitsPerSecond, Measured before) {
    public Phase {
      if (!(toMs > fromMs) || !(bitsPerSecond > 0) || Double.isInfinite(bitsPerSecond)) {
        throw new IllegalArgumentException(
            "found a phase from %s to %s ms with %s bit/s, expected it to last and to be limited"
                .formatted(fromMs, toMs, bitsPerSecond));
      }
    }

    private double middleMs() {
      return (fromMs + toMs) / 2;
    }
  }

  /**
   * Judges a phase.
   *
   * @param intervals what the link did, in the order of time; those that are not wholly within the
   *     phase are left out
   */
  public static Adaptation of(Phase phase, List<LinkSpan> intervals) {
    List<LinkSpan> all = within(phase.fromMs, phase.toMs, intervals);
    // Nothing changes in the middle: the span that lies across it may count as well.
    List<LinkSpan> settled = all.stream().filter(i -> i.toMs() > phase.middleMs()).toList();
    List<LinkSpan> seconds = windows(all);
    double capacity = phase.bitsPerSecond;
    return new Adaptation(
        observed(settled, phase.middleMs(), phase.toMs)
            .map(share -> deliveredRate(settled) / capacity),
        phase.before.orElse(capacity) < capacity
            ? first(phase, seconds, w -> w.deliveredRate() >= RAMPED_UP * capacity)
            : Measured.UNDEFINED,
        phase.before.orElse(capacity) > capacity
            ? first(phase, seconds, w -> w.offeredRate() <= capacity)
            : Measured.UNDEFINED,
        observed(all, phase.fromMs, phase.toMs).map(share -> excess(seconds, capacity)),
        queueDelay(settled));
  }

  private static List<LinkSpan> within(double from, double to, List<LinkSpan> intervals) {
    return intervals.stream().filter(i -> i.fromMs() >= from && i.toMs() <= to).toList();
  }

  /** The share of a span that intervals cover; undefined where it is too small to tell. */
  private static Measured observed(List<LinkSpan> intervals, double from, double to) {
    double share = 1000 * seconds(intervals) / (to - from);
    return share < LEAST_OBSERVED ? Measured.UNDEFINED : Measured.of(share);
  }

  private static double seconds(List<LinkSpan> intervals) {
    return intervals.stream().mapToDouble(LinkSpan::seconds).sum();
  }

  private static double deliveredRate(List<LinkSpan> intervals) {
    double bytes = intervals.stream().mapToDouble(LinkSpan::deliveredBytes).sum();
    return 8 * bytes / seconds(intervals);
  }

  /**
   * The intervals, joined to a second each; what is left over at the end or before a gap is not.
   */
  private static List<LinkSpan> windows(List<LinkSpan> intervals) {
    List<LinkSpan> windows = new ArrayList<>();
    LinkSpan open = null;
    for (LinkSpan next : intervals) {
      boolean follows = open != null && next.fromMs() - open.toMs() < 1;
      open = open == null || !follows ? next : open.and(next);
      if (open.toMs() - open.fromMs() >= SLACK * WINDOW_MS) {
        windows.add(open);
        open = null;
      }
    }
    return windows;
  }

  private static Measured first(Phase phase, List<LinkSpan> windows, Predicate<LinkSpan> reached) {
    return windows.stream()
        .filter(reached)
        .findFirst()
        .map(window -> Measured.of((window.toMs() - phase.fromMs) / 1000))
        .orElse(Measured.UNDEFINED);
  }

  private static double excess(List<LinkSpan> windows, double capacity) {
    double bits =
        windows.stream()
            .mapToDouble(w -> Math.max(0, w.offeredRate() - capacity) * w.seconds())
            .sum();
    return bits / (capacity * seconds(windows));
  }

  private static Measured queueDelay(List<LinkSpan> intervals) {
    List<Double> delays =
        intervals.stream()
            .map(LinkSpan::queueDelay)
            .filter(Measured::isPresent)
            .map(delay -> delay.orElse(0))
            .toList();
    return Aggregate.of(delays).map(all -> Measured.of(all.p95())).orElse(Measured.UNDEFINED);
  }
}
