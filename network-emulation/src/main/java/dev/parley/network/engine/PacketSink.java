package dev.parley.network.engine;

import dev.parley.network.model.DropCause;

/**
 * What a link tells about packets; called while it is driven, by whoever drives it.
 *
 * @param <P> what a packet is to the caller
 */
public interface PacketSink<P> {

  /**
   * A packet leaves the link.
   *
   * @param dueNanos when it was due; not later than the moment at which the link was polled
   */
  void delivered(Passage<P> passage, long dueNanos);

  /** A packet was dropped at this moment. */
  void dropped(Passage<P> passage, long atNanos, DropCause cause);

  /**
   * A packet on its way over a link.
   *
   * @param packet the caller's packet; both copies of a duplicated one share it
   * @param number among the arrivals at this link, from 0
   * @param bytes UDP payload
   * @param arrivalNanos when it came
   * @param queuedBytes what waited at the bottleneck when it came, in bytes
   * @param queuedNanos how long it waited and was serialised; 0 before it has left the bottleneck
   * @param copy 0, or 1 for a duplicate
   * @param flippedBit the bit of the payload that is to be flipped; -1 for none
   */
  record Passage<P>(
      P packet,
      long number,
      int bytes,
      long arrivalNanos,
      long queuedBytes,
      long queuedNanos,
      int copy,
      long flippedBit) {}
}
