package dev.parley.network.relay;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.realtime.LinkDriver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An access link in real time, with those who share it: what leaves it is sent or goes on. */
final class Access implements AccessLink.Sinks<Datagram> {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final String name;
  private final LinkDriver.Driven<Datagram> link;
  private final List<Listener> listeners = new ArrayList<>();
  private final Exit up = new Exit(Direction.UP);
  private final Exit down = new Exit(Direction.DOWN);
  private boolean started;

  Access(String name, AccessLink<Datagram> link, LinkDriver driver) {
    this.name = name;
    this.link = driver.add(link, this, this::broke);
  }

  /** Hears of changes of this link. */
  @FunctionalInterface
  interface Listener {
    void changed(long atNanos, Direction direction, LinkProfile now, String why);
  }

  LinkDriver.Driven<Datagram> link() {
    return link;
  }

  /** Starts its schedule, unless another call that shares it has. */
  void start(long nanos) {
    if (!started) {
      started = true;
      link.tell(it -> it.startSchedule(nanos));
    }
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  void forget(Listener listener) {
    listeners.remove(listener);
  }

  boolean isForgotten() {
    return listeners.isEmpty();
  }

  /** A packet comes to the link. */
  void enter(Direction direction, long nanos, Datagram packet) {
    if (!link.offer(nanos, direction, packet, packet.payload().length)) {
      packet.route().in().call().refused(Refusal.BROKEN_LINK);
    }
  }

  /** What the uplink did up to now. */
  LinkTruth up() {
    return up.truth();
  }

  /** What the downlink did up to now. */
  LinkTruth down() {
    return down.truth();
  }

  @Override
  public PacketSink<Datagram> of(Direction direction) {
    return direction == Direction.UP ? up : down;
  }

  @Override
  public void changed(long atNanos, Direction direction, LinkProfile now, String why) {
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(atNanos, direction, now, why);
    }
  }

  private void broke(RuntimeException cause) {
    LOG.error("the link {} is given up: {}", name, cause.toString(), cause);
  }

  private static final class Exit implements PacketSink<Datagram> {
    private final Direction direction;
    private final Map<DropCause, Long> causes = new EnumMap<>(DropCause.class);
    private long delivered;

    private Exit(Direction direction) {
      this.direction = direction;
    }

    @Override
    public void delivered(Passage<Datagram> passage, long dueNanos) {
      delivered++;
      Datagram packet = passage.packet().after(passage.copy(), passage.flippedBit());
      Connection receiver = packet.route().receiver();
      if (direction == Direction.UP && receiver != null) {
        receiver.participant().access().enter(Direction.DOWN, dueNanos, packet);
      } else {
        packet.route().in().call().hand(packet);
      }
    }

    @Override
    public void dropped(Passage<Datagram> passage, long atNanos, DropCause cause) {
      Flows.Packet rtp = passage.packet().rtp();
      causes.merge(cause, 1L, Long::sum);
      if (rtp != null && !passage.packet().isDuplicate()) {
        rtp.dropped();
      }
    }

    private LinkTruth truth() {
      return new LinkTruth(0, 0, delivered, 0, causes, 0, 0, null, null, null, 0);
    }
  }
}
