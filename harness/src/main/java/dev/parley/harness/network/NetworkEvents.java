package dev.parley.harness.network;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.reports.model.RunEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what the emulator tells into what the log holds. */
final class NetworkEvents {
  private NetworkEvents() {}

  static RunEvent.NetworkState state(
      String participant, Direction direction, double atMs, LinkProfile link, String why) {
    return new RunEvent.NetworkState(
        participant,
        direction.word(),
        atMs,
        LinkWords.bitsPerSecond(link.capacity()),
        LinkWords.ms(link.delay()),
        LinkWords.jitter(link.jitter()),
        link.loss().meanRate(),
        LinkWords.loss(link.loss()),
        LinkWords.queue(link.queue()),
        link.outage(),
        why);
  }

  /** What a link did between two moments. */
  static RunEvent.NetworkSample sample(
      String participant,
      Direction direction,
      Interval interval,
      double bitsPerSecond,
      LinkTruth before,
      LinkTruth now) {
    return new RunEvent.NetworkSample(
        participant,
        direction.word(),
        interval.fromMs(),
        interval.toMs(),
        Double.isFinite(bitsPerSecond) ? bitsPerSecond : null,
        now.offered() - before.offered(),
        now.offeredBytes() - before.offeredBytes(),
        now.delivered() - before.delivered(),
        now.deliveredBytes() - before.deliveredBytes(),
        dropped(before, now),
        queueMs(before, now),
        null);
  }

  /** The mean of the packets that left; a copy of one has not waited for itself. */
  private static @Nullable Double queueMs(LinkTruth before, LinkTruth now) {
    long left = now.delivered() - before.delivered() - (now.duplicated() - before.duplicated());
    return left > 0 ? (now.queuedMs() - before.queuedMs()) / left : null;
  }

  private static Map<String, Long> dropped(LinkTruth before, LinkTruth now) {
    Map<String, Long> words = new TreeMap<>();
    now.dropped()
        .forEach(
            (cause, count) -> {
              long more = count - before.dropped().getOrDefault(cause, 0L);
              if (more > 0) {
                words.put(cause.word(), more);
              }
            });
    return words;
  }

  /**
   * What a link did over the whole attempt.
   *
   * @param asked what held from begin to end; null where it changed
   */
  static RunEvent.NetworkSummary summary(
      String participant,
      Direction direction,
      LinkTruth truth,
      @Nullable LinkProfile asked,
      @Nullable Long kernelDrops) {
    return new RunEvent.NetworkSummary(
        participant,
        direction.word(),
        truth.offered(),
        truth.offeredBytes(),
        truth.delivered(),
        truth.deliveredBytes(),
        words(truth.dropped()),
        truth.duplicated(),
        truth.corrupted(),
        asked == null ? null : asked.loss().meanRate(),
        achievedLoss(truth),
        asked == null ? null : LinkWords.ms(asked.delay()),
        spread(truth.delay()),
        spread(truth.queueDelay()),
        spread(truth.lateness()),
        truth.lateShare(),
        kernelDrops);
  }

  /** Of the packets that a loss model decided on, the share that it took. */
  private static @Nullable Double achievedLoss(LinkTruth truth) {
    long unasked =
        truth.dropped().getOrDefault(DropCause.OUTAGE, 0L)
            + truth.dropped().getOrDefault(DropCause.MTU, 0L);
    long asked = truth.offered() - unasked;
    return asked > 0 ? truth.dropped().getOrDefault(DropCause.LOSS, 0L) / (double) asked : null;
  }

  private static Map<String, Long> words(Map<DropCause, Long> dropped) {
    Map<String, Long> words = new TreeMap<>();
    dropped.forEach(
        (cause, count) -> {
          if (count > 0) {
            words.put(cause.word(), count);
          }
        });
    return words;
  }

  private static RunEvent.@Nullable Spread spread(LinkTruth.@Nullable Spread spread) {
    return spread == null
        ? null
        : new RunEvent.Spread(spread.p50(), spread.p95(), spread.p99(), spread.max());
  }

  /** From one moment of the run's clock to another. */
  record Interval(double fromMs, double toMs) {}
}
