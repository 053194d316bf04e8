package dev.parley.network.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one direction of a link did up to a moment.
 *
 * @param offered packets that came to it
 * @param offeredBytes their bytes, overhead included
 * @param delivered packets that left it, duplicates included
 * @param deliveredBytes their bytes, overhead included
 * @param dropped packets by cause
 * @param duplicated packets that left it twice
 * @param corrupted packets that left it with a flipped bit
 * @param delay how long packets took on the link, asked of it by the model; null before the first
 * @param queueDelay how long packets waited at the bottleneck; null before the first
 * @param queuedMs how long all delivered packets together waited at the bottleneck, in ms, so that
 *     the mean over any time follows from two moments
 * @param lateness how late packets left against their due time; null before the first
 * @param lateShare the share of packets that left more than 10 ms late, 0..1
 * @param kinds packets by what they are; empty where they were not told apart
 */
public record LinkTruth(
    long offered,
    long offeredBytes,
    long delivered,
    long deliveredBytes,
    Map<DropCause, Long> dropped,
    long duplicated,
    long corrupted,
    @Nullable Spread delay,
    @Nullable Spread queueDelay,
    double queuedMs,
    @Nullable Spread lateness,
    double lateShare,
    Map<PacketKind, OfKind> kinds) {

  public LinkTruth {
    Map<DropCause, Long> copy = new EnumMap<>(DropCause.class);
    copy.putAll(dropped);
    dropped = Collections.unmodifiableMap(copy);
    Map<PacketKind, OfKind> sorted = new EnumMap<>(PacketKind.class);
    sorted.putAll(kinds);
    kinds = Collections.unmodifiableMap(sorted);
  }

  /** Of packets that were not told apart. */
  public LinkTruth(
      long offered,
      long offeredBytes,
      long delivered,
      long deliveredBytes,
      Map<DropCause, Long> dropped,
      long duplicated,
      long corrupted,
      @Nullable Spread delay,
      @Nullable Spread queueDelay,
      double queuedMs,
      @Nullable Spread lateness,
      double lateShare) {
    this(
        offered,
        offeredBytes,
        delivered,
        deliveredBytes,
        dropped,
        duplicated,
        corrupted,
        delay,
        queueDelay,
        queuedMs,
        lateness,
        lateShare,
        Map.of());
  }

  /**
   * Packets of one kind.
   *
   * @param delivered that left the link, second copies not counted
   * @param dropped that did not
   */
  public record OfKind(long delivered, long dropped) {
    /** One more, delivered or dropped. */
    public OfKind plus(OfKind other) {
      return new OfKind(delivered + other.delivered, dropped + other.dropped);
    }
  }

  /** All packets that were dropped. */
  public long droppedInAll() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Quantiles of a time in milliseconds.
   *
   * @param p50 the median
   * @param p95 the 95 % quantile
   * @param p99 the 99 % quantile
   * @param max the largest
   */
  public record Spread(double p50, double p95, double p99, double max) {}
}
