package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkProfile.LossPlace;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** One direction of a link: what each packet meets, in the order of {@link LinkProfile}. */
final class LinkEngine<P> implements Bottleneck.Exit<P> {
  private final ArrayDeque<Item<P>> arrivals = new ArrayDeque<>();
  private final PriorityQueue<Item<P>> flying =
      new PriorityQueue<>(
          Comparator.<Item<P>>comparingLong(item -> item.dueNanos)
              .thenComparingLong(item -> item.order));
  private final Bottleneck<P> bottleneck;
  private final Impairments impairments;
  private LinkProfile profile;
  private LossModel loss;
  private @Nullable PacketSink<P> sink;
  private long arrived;
  private long judged;
  private long launched;
  private long lastDueNanos = Long.MIN_VALUE;

  LinkEngine(LinkProfile profile, long seed, String name, Direction direction) {
    this.profile = profile;
    this.impairments = new Impairments(seed, name, direction);
    this.loss = impairments.loss(profile.loss(), 0);
    this.bottleneck = new Bottleneck<>(profile.capacity(), profile.queue(), this);
  }

  LinkProfile profile() {
    return profile;
  }

  Pace pace() {
    return bottleneck.pace();
  }

  /** How many packets are held: on their way, or not yet looked at. */
  int held() {
    return arrivals.size() + bottleneck.packets() + flying.size();
  }

  /** The profile from now on; a capacity that is another one has its time begin here. */
  void become(LinkProfile next, long nowNanos, boolean started) {
    LinkProfile before = profile;
    profile = next;
    bottleneck.queue(next.queue());
    if (!next.loss().equals(before.loss())) {
      loss = impairments.loss(next.loss(), judged);
    }
    if (!next.capacity().equals(before.capacity())) {
      bottleneck.pace(new Pace(next.capacity(), started ? nowNanos : Pace.NOT_STARTED), nowNanos);
    }
  }

  /** The capacity's own time begins. */
  void start(long nowNanos) {
    bottleneck.pace(new Pace(profile.capacity(), nowNanos), nowNanos);
  }

  void enqueue(P packet, int bytes, long nowNanos) {
    arrivals.addLast(
        new Item<>(packet, arrived++, bytes, bytes + profile.overheadBytes(), nowNanos));
  }

  long next() {
    Item<P> arrival = arrivals.peekFirst();
    Item<P> flight = flying.peek();
    long next = bottleneck.next();
    next = arrival == null ? next : Math.min(next, arrival.arrivalNanos);
    return flight == null ? next : Math.min(next, flight.dueNanos);
  }

  /** Whether anything is to be done before this moment. */
  boolean isDueBefore(long nanos) {
    return next() < nanos || bottleneck.finishesBefore(nanos);
  }

  /** Does what is to be done at {@link #next()}: one thing. */
  void step() {
    long now = next();
    Item<P> flight = flying.peek();
    if (bottleneck.next() == now) {
      bottleneck.step();
    } else if (flight != null && flight.dueNanos == now) {
      flying.remove();
      deliver(flight);
    } else {
      arrive(arrivals.removeFirst(), now);
    }
  }

  /** Where packets go from now on. */
  void deliverTo(PacketSink<P> next) {
    sink = next;
  }

  private void deliver(Item<P> item) {
    PacketSink<P> to = sink();
    to.delivered(item.passage(0), item.dueNanos);
    if (impairments.duplicates(item.number, profile.duplicate())) {
      to.delivered(item.passage(1), item.dueNanos);
    }
  }

  private void arrive(Item<P> item, long now) {
    boolean lost = loss.takes(item.number);
    item.queuedBytes = bottleneck.bytes();
    judged = item.number + 1;
    if (profile.outage()) {
      dropped(item, now, DropCause.OUTAGE);
    } else if (item.weight > profile.mtu()) {
      dropped(item, now, DropCause.MTU);
    } else if (lost && profile.lossPlace() == LossPlace.BEFORE_BOTTLENECK) {
      dropped(item, now, DropCause.LOSS);
    } else {
      item.lostAfterwards = lost;
      item.flippedBit = impairments.flippedBit(item.number, profile.corrupt(), item.bytes);
      bottleneck.accept(item, now);
    }
  }

  @Override
  public void served(Item<P> item, long atNanos) {
    item.leftBottleneckNanos = atNanos;
    if (item.lostAfterwards) {
      dropped(item, atNanos, DropCause.LOSS);
      return;
    }
    long delay = profile.delay().toNanos() + impairments.jitter(item.number, profile.jitter());
    long due = atNanos + Math.max(0, delay);
    if (!profile.jitter().reordering()) {
      due = Math.max(due, lastDueNanos);
    }
    lastDueNanos = Math.max(due, lastDueNanos);
    item.dueNanos = due + impairments.heldBack(item.number, profile.reorder());
    item.order = launched++;
    flying.add(item);
  }

  @Override
  public void dropped(Item<P> item, long atNanos, DropCause cause) {
    sink().dropped(item.passage(0), atNanos, cause);
  }

  private PacketSink<P> sink() {
    if (sink == null) {
      throw new IllegalStateException("found a link that does something while nobody polls it");
    }
    return sink;
  }
}
