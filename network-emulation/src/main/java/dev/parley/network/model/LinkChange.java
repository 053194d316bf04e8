package dev.parley.network.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link LinkProfile} that takes effect; what is null stays.
 *
 * <p>What happens to packets in flight: those that wait in the queue are served at the new capacity
 * and judged by the new queue's limit when the next packet comes; one that is being serialised
 * finishes at the old rate; those that have left the bottleneck keep the delay that they were
 * given, and an outage drops those that arrive at the link, not those already on it.
 */
public record LinkChange(
    @Nullable Capacity capacity,
    @Nullable Duration delay,
    @Nullable Jitter jitter,
    @Nullable Loss loss,
    @Nullable Boolean outage,
    @Nullable Queue queue) {

  /** Changes nothing. */
  public static final LinkChange NOTHING = new LinkChange(null, null, null, null, null, null);

  /** Another capacity. */
  public static LinkChange capacity(Capacity value) {
    return new LinkChange(value, null, null, null, null, null);
  }

  /** Another constant capacity, in bit/s. */
  public static LinkChange rate(long bitsPerSecond) {
    return capacity(Capacity.constant(bitsPerSecond));
  }

  /** Another propagation delay. */
  public static LinkChange delay(Duration value) {
    return new LinkChange(null, value, null, null, null, null);
  }

  /** Another loss. */
  public static LinkChange loss(Loss value) {
    return new LinkChange(null, null, null, value, null, null);
  }

  /** A cut, or its end. */
  public static LinkChange outage(boolean cut) {
    return new LinkChange(null, null, null, null, cut, null);
  }

  /** Everything that this profile says. */
  public static LinkChange to(LinkProfile profile) {
    return new LinkChange(
        profile.capacity(),
        profile.delay(),
        profile.jitter(),
        profile.loss(),
        profile.outage(),
        profile.queue());
  }

  /** A link after this change. */
  public LinkProfile applyTo(LinkProfile link) {
    LinkProfile changed = link;
    changed = capacity == null ? changed : changed.withCapacity(capacity);
    changed = delay == null ? changed : changed.withDelay(delay);
    changed = jitter == null ? changed : changed.withJitter(jitter);
    changed = loss == null ? changed : changed.withLoss(loss);
    changed = outage == null ? changed : changed.withOutage(outage);
    return queue == null ? changed : changed.withQueue(queue);
  }
}
