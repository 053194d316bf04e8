package dev.parley.network.truth;

import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.LinkTruth.OfKind;
import dev.parley.network.model.PacketKind;
import dev.parley.network.model.PacketTruth;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one direction of a link does; its memory does not grow. Not for several threads at
 * once.
 *
 * <p>Whoever drives the link tells it {@link #offered} with each packet that it enqueues, what the
 * link says, and {@link #departed} when a delivered packet has really left.
 *
 * @param <P> what a packet is to the caller
 */
public final class LinkRecorder<P> implements PacketSink<P> {
  private static final long LATE_NANOS = 10_000_000L;

  private final int overheadBytes;
  private static final OfKind ONE_DELIVERED = new OfKind(1, 0);
  private static final OfKind ONE_DROPPED = new OfKind(0, 1);

  private final @Nullable Function<P, PacketId> identity;
  private final @Nullable Consumer<PacketTruth> each;
  private final Map<DropCause, Long> dropped = new EnumMap<>(DropCause.class);
  private final Map<PacketKind, OfKind> kinds = new EnumMap<>(PacketKind.class);
  private final Times delay = new Times();
  private final Times queueDelay = new Times();
  private final Times lateness = new Times();
  private long offered;
  private long offeredBytes;
  private long delivered;
  private long deliveredBytes;
  private long duplicated;
  private long corrupted;
  private long departed;
  private long queuedNanos;
  private long late;

  /** Counts packets without telling their kinds apart. */
  public LinkRecorder(int overheadBytes) {
    this.overheadBytes = overheadBytes;
    this.identity = null;
    this.each = null;
  }

  /**
   * Counts, by kind as well, and tells of each packet when it was dropped or has departed.
   *
   * @param overheadBytes of each packet on this link
   * @param identity what a packet is
   * @param each hears of each packet, on the thread that drives the link; null for nobody
   */
  public LinkRecorder(
      int overheadBytes, Function<P, PacketId> identity, @Nullable Consumer<PacketTruth> each) {
    this.overheadBytes = overheadBytes;
    this.identity = identity;
    this.each = each;
  }

  /** A packet came to the link. */
  public void offered(int bytes) {
    offered++;
    offeredBytes += bytes + overheadBytes;
  }

  @Override
  public void delivered(Passage<P> passage, long dueNanos) {
    delivered++;
    deliveredBytes += passage.bytes() + overheadBytes;
    if (passage.copy() > 0) {
      duplicated++;
      return;
    }
    count(passage.packet(), ONE_DELIVERED);
    corrupted += passage.flippedBit() >= 0 ? 1 : 0;
    delay.record(dueNanos - passage.arrivalNanos());
    queueDelay.record(passage.queuedNanos());
    queuedNanos += passage.queuedNanos();
  }

  @Override
  public void dropped(Passage<P> passage, long atNanos, DropCause cause) {
    dropped.merge(cause, 1L, Long::sum);
    count(passage.packet(), ONE_DROPPED);
    tell(passage, atNanos, -1, cause);
  }

  /** A delivered packet has really left. */
  public void departed(Passage<P> passage, long dueNanos, long actualNanos) {
    departed++;
    late += actualNanos - dueNanos > LATE_NANOS ? 1 : 0;
    lateness.record(actualNanos - dueNanos);
    tell(passage, dueNanos, actualNanos, null);
  }

  private void count(P packet, OfKind one) {
    if (identity != null) {
      kinds.merge(identity.apply(packet).kind(), one, OfKind::plus);
    }
  }

  private void tell(
      Passage<P> passage, long dueNanos, long departedNanos, @Nullable DropCause cause) {
    if (each == null || identity == null) {
      return;
    }
    PacketId id = identity.apply(passage.packet());
    each.accept(
        new PacketTruth(
            passage.number(),
            passage.arrivalNanos(),
            dueNanos,
            departedNanos,
            passage.bytes(),
            id.kind(),
            id.ssrc(),
            id.sequence(),
            cause,
            passage.copy(),
            passage.flippedBit() >= 0,
            passage.queuedBytes()));
  }

  /** Everything up to now. */
  public LinkTruth truth() {
    return new LinkTruth(
        offered,
        offeredBytes,
        delivered,
        deliveredBytes,
        dropped,
        duplicated,
        corrupted,
        delay.spread(),
        queueDelay.spread(),
        queuedNanos / 1e6,
        lateness.spread(),
        departed == 0 ? 0 : (double) late / departed,
        kinds);
  }
}
