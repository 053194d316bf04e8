package dev.parley.network.model;

import java.time.Duration;

/**
 * One direction of a link.
 *
 * <p>A packet meets, in this order: outage, MTU, loss before the bottleneck, corruption, the queue
 * and serialisation at the bottleneck, loss after it, propagation delay and jitter, duplication and
 * reordering, delivery. Delay is one-way.
 *
 * @param capacity how fast the bottleneck serves
 * @param delay propagation delay, 0 to 60 s
 * @param jitter what is added to the delay, packet by packet
 * @param loss which packets are lost
 * @param lossPlace where, seen from the bottleneck
 * @param duplicate the share of packets that arrive twice, 0..1
 * @param reorder which packets overtake others
 * @param corrupt the share of packets with a flipped bit, 0..1
 * @param outage whether nothing passes at all
 * @param mtu the largest packet in bytes, overhead included, 68 to 65535; larger ones are dropped
 * @param queue what waits for the bottleneck
 * @param overheadBytes what each packet weighs above its UDP payload, 0 to 1000
 */
public record LinkProfile(
    Capacity capacity,
    Duration delay,
    Jitter jitter,
    Loss loss,
    LossPlace lossPlace,
    double duplicate,
    Reorder reorder,
    double corrupt,
    boolean outage,
    int mtu,
    Queue queue,
    int overheadBytes) {

  /** IP and UDP headers; IPv4's, as most presets mean IPv4. */
  public static final int IPV4_UDP_OVERHEAD = 28;

  /** Nothing is impaired. */
  public static final LinkProfile IDEAL =
      new LinkProfile(
          Capacity.UNLIMITED,
          Duration.ZERO,
          Jitter.NONE,
          Loss.NONE,
          LossPlace.BEFORE_BOTTLENECK,
          0,
          Reorder.NONE,
          0,
          false,
          65_535,
          Queue.DEFAULT,
          IPV4_UDP_OVERHEAD);

  /** Where loss strikes. */
  public enum LossPlace {
    /** A lost packet takes no capacity. */
    BEFORE_BOTTLENECK,
    /** A lost packet has taken its share of the capacity. */
    AFTER_BOTTLENECK
  }

  public LinkProfile {
    Bounds.within("delay", delay, Duration.ZERO, Duration.ofSeconds(60));
    Bounds.share("duplicate", duplicate);
    Bounds.share("corrupt", corrupt);
    Bounds.within("mtu", mtu, 68, 65_535);
    Bounds.within("overheadBytes", overheadBytes, 0, 1000);
  }

  /** Whether nothing is impaired, whatever the overhead. */
  public boolean isIdeal() {
    return withOverheadBytes(IDEAL.overheadBytes).withQueue(IDEAL.queue).equals(IDEAL);
  }

  /** The same with another capacity. */
  public LinkProfile withCapacity(Capacity value) {
    return new LinkProfile(
        value,
        delay,
        jitter,
        loss,
        lossPlace,
        duplicate,
        reorder,
        corrupt,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another propagation delay. */
  public LinkProfile withDelay(Duration value) {
    return new LinkProfile(
        capacity,
        value,
        jitter,
        loss,
        lossPlace,
        duplicate,
        reorder,
        corrupt,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another jitter. */
  public LinkProfile withJitter(Jitter value) {
    return new LinkProfile(
        capacity,
        delay,
        value,
        loss,
        lossPlace,
        duplicate,
        reorder,
        corrupt,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another loss, in the same place. */
  public LinkProfile withLoss(Loss value) {
    return withLoss(value, lossPlace);
  }

  /** The same with another loss, in this place. */
  public LinkProfile withLoss(Loss value, LossPlace place) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        value,
        place,
        duplicate,
        reorder,
        corrupt,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another share of duplicated packets. */
  public LinkProfile withDuplicate(double value) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        loss,
        lossPlace,
        value,
        reorder,
        corrupt,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another reordering. */
  public LinkProfile withReorder(Reorder value) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        loss,
        lossPlace,
        duplicate,
        value,
        corrupt,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another share of corrupted packets. */
  public LinkProfile withCorrupt(double value) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        loss,
        lossPlace,
        duplicate,
        reorder,
        value,
        outage,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same, cut or healed. */
  public LinkProfile withOutage(boolean value) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        loss,
        lossPlace,
        duplicate,
        reorder,
        corrupt,
        value,
        mtu,
        queue,
        overheadBytes);
  }

  /** The same with another largest packet. */
  public LinkProfile withMtu(int value) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        loss,
        lossPlace,
        duplicate,
        reorder,
        corrupt,
        outage,
        value,
        queue,
        overheadBytes);
  }

  /** The same with another queue. */
  public LinkProfile withQueue(Queue value) {
    return new LinkProfile(
        capacity,
        delay,
        jitter,
        loss,
        lossPlace,
        duplicate,
        reorder,
        corrupt,
        outage,
        mtu,
        value,
        overheadBytes);
  }

  /** The same with another weight of each packet. */
  public LinkProfile withOverheadBytes(int value) {
    return new LinkProfile(
        capacity, delay, jitter, loss, lossPlace, duplicate, reorder, corrupt, outage, mtu, queue,
        value);
  }
}
