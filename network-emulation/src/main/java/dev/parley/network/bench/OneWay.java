package dev.parley.network.bench;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;

/** One direction of a link in virtual time; what comes out of it is told and not kept. */
final class OneWay implements AccessLink.Sinks<Boolean>, PacketSink<Boolean> {
  private final AccessLink<Boolean> link;
  private final Arrivals arrivals;
  private long delivered;

  /** Hears of packets that come out, by their numbers from 0. */
  interface Arrivals {
    void came(long number, long dueNanos);
  }

  OneWay(LinkProfile profile, long seed, Arrivals arrivals) {
    this.link =
        Links.create(NetworkProfile.symmetric("bench", "of a bench", profile), seed, "bench");
    this.arrivals = arrivals;
    link.startSchedule(0);
  }

  /** Sends so many packets, one every so often, until the last has come out or was dropped. */
  OneWay carry(long packets, long gapNanos, int bytes) {
    for (long i = 0; i < packets; i++) {
      send(i * gapNanos, bytes);
    }
    while (link.nextEventNanos() != AccessLink.NEVER) {
      link.poll(link.nextEventNanos(), this);
    }
    return this;
  }

  void send(long nowNanos, int bytes) {
    link.poll(nowNanos, this);
    link.enqueue(nowNanos, Direction.UP, true, bytes);
  }

  /** Does what is due until this moment. */
  void runTo(long nanos) {
    link.poll(nanos, this);
  }

  int held() {
    return link.held(Direction.UP);
  }

  long delivered() {
    return delivered;
  }

  @Override
  public PacketSink<Boolean> of(Direction direction) {
    return this;
  }

  @Override
  public void changed(long atNanos, Direction direction, LinkProfile now, String why) {
    throw new IllegalStateException("found a change of a link without a schedule");
  }

  @Override
  public void delivered(Passage<Boolean> passage, long dueNanos) {
    delivered++;
    arrivals.came(passage.number(), dueNanos);
  }

  @Override
  public void dropped(Passage<Boolean> passage, long atNanos, DropCause cause) {}
}
