package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.util.ArrayList;
import java.util.List;

/** A link whose packets are their own numbers, driven in virtual time, with all that it told. */
final class Driven implements AccessLink.Sinks<Long> {
  final AccessLink<Long> link;
  final List<Delivery> delivered = new ArrayList<>();
  final List<Drop> dropped = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();

  /** Packets delivered, second copies not counted, or dropped. */
  long accounted;

  record Delivery(Direction direction, PacketSink.Passage<Long> passage, long dueNanos) {}

  record Drop(
      Direction direction, PacketSink.Passage<Long> passage, long atNanos, DropCause cause) {}

  record Change(long atNanos, Direction direction, LinkProfile now, String why) {}

  Driven(NetworkProfile profile, long seed, String name) {
    this.link = Links.create(profile, seed, name);
  }

  static Driven of(LinkProfile profile) {
    return new Driven(NetworkProfile.symmetric("test", "of a test", profile), 1, "alice");
  }

  /** Sends a packet up, after what is due before. */
  void send(long atNanos, int bytes) {
    send(atNanos, Direction.UP, bytes);
  }

  void send(long atNanos, Direction direction, int bytes) {
    runTo(atNanos);
    link.enqueue(atNanos, direction, 0L, bytes);
  }

  /** Polls at each event until this moment. */
  void runTo(long nanos) {
    while (link.nextEventNanos() <= nanos) {
      link.poll(link.nextEventNanos(), this);
    }
    link.poll(nanos, this);
  }

  /** Polls at each event until there is none. */
  void finish() {
    while (link.nextEventNanos() != AccessLink.NEVER) {
      link.poll(link.nextEventNanos(), this);
    }
  }

  /** Packets that the link still holds. */
  long held() {
    return (long) link.held(Direction.UP) + link.held(Direction.DOWN);
  }

  /** When packets were delivered, in the order of delivery. */
  List<Long> dues() {
    return delivered.stream().map(Delivery::dueNanos).toList();
  }

  /** Which packets were delivered, in the order of delivery. */
  List<Long> numbers() {
    return delivered.stream().map(delivery -> delivery.passage().number()).toList();
  }

  /** Which packets were dropped for this cause, in the order of dropping. */
  List<Long> numbersDropped(DropCause cause) {
    return dropped.stream()
        .filter(drop -> drop.cause() == cause)
        .map(drop -> drop.passage().number())
        .toList();
  }

  @Override
  public PacketSink<Long> of(Direction direction) {
    return new PacketSink<>() {
      @Override
      public void delivered(Passage<Long> passage, long dueNanos) {
        accounted += passage.copy() == 0 ? 1 : 0;
        delivered.add(new Delivery(direction, passage, dueNanos));
      }

      @Override
      public void dropped(Passage<Long> passage, long atNanos, DropCause cause) {
        accounted++;
        dropped.add(new Drop(direction, passage, atNanos, cause));
      }
    };
  }

  @Override
  public void changed(long atNanos, Direction direction, LinkProfile now, String why) {
    changes.add(new Change(atNanos, direction, now, why));
  }
}
