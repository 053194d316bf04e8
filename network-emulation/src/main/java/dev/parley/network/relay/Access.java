package dev.parley.network.relay;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.PacketTruth;
import dev.parley.network.realtime.DrivenLink;
import dev.parley.network.realtime.LinkDriver;
import dev.parley.network.truth.FlowRecorder;
import dev.parley.network.truth.LinkRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An access link in real time, with those who share it: what leaves it is sent or goes on. */
final class Access implements AccessLink.Sinks<Datagram> {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);

  private final String name;
  private final DrivenLink<Datagram> link;
  private final List<Listener> listeners = new ArrayList<>();
  private final LinkDriver driver;
  private final Exit up;
  private final Exit down;
  private boolean started;
  private volatile @Nullable String trouble;

  Access(
      String name,
      NetworkProfile profile,
      AccessLink<Datagram> link,
      LinkDriver driver,
      boolean captured) {
    this.name = name;
    this.driver = driver;
    this.up = new Exit(Direction.UP, profile.uplink().overheadBytes(), captured);
    this.down = new Exit(Direction.DOWN, profile.downlink().overheadBytes(), captured);
    this.link = driver.add(link, this, this::broke);
  }

  /** Hears of changes of this link. */
  @FunctionalInterface
  interface Listener {
    void changed(long atNanos, Direction direction, LinkProfile now, String why);
  }

  DrivenLink<Datagram> link() {
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
    of(direction).recorder.offered(packet.payload().length);
    if (!link.offer(nanos, direction, packet, packet.payload().length)) {
      packet.route().in().call().refused(Refusal.BROKEN_LINK);
    }
  }

  /** What the uplink did up to now. */
  LinkTruth up() {
    return up.recorder.truth();
  }

  /** What the downlink did up to now. */
  LinkTruth down() {
    return down.recorder.truth();
  }

  @Override
  public Exit of(Direction direction) {
    return direction == Direction.UP ? up : down;
  }

  @Override
  public void changed(long atNanos, Direction direction, LinkProfile now, String why) {
    for (Listener listener : List.copyOf(listeners)) {
      listener.changed(atNanos, direction, now, why);
    }
  }

  /** Why the link was given up; empty for one that works. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void broke(RuntimeException cause) {
    trouble = "the link %s, given up: %s".formatted(name, cause);
    LOG.error("the link {} is given up: {}", name, cause.toString(), cause);
  }

  /** Where packets leave one direction. */
  private final class Exit implements PacketSink<Datagram> {
    private final Direction direction;
    private final LinkRecorder<Datagram> recorder;
    private @Nullable Datagram told;

    private Exit(Direction direction, int overheadBytes, boolean captured) {
      this.direction = direction;
      this.recorder =
          new LinkRecorder<>(overheadBytes, Datagram::id, captured ? this::capture : null);
    }

    @Override
    public void delivered(Passage<Datagram> passage, long dueNanos) {
      recorder.delivered(passage, dueNanos);
      Datagram packet = passage.packet().after(passage.copy(), passage.flippedBit());
      Connection receiver = packet.route().receiver();
      if (direction == Direction.UP && receiver != null) {
        departed(packet, passage, dueNanos);
        receiver.participant().access().enter(Direction.DOWN, dueNanos, packet);
      } else if (packet.route().in().call().hand(packet)) {
        departed(packet, passage, dueNanos);
      }
    }

    private void departed(Datagram packet, Passage<Datagram> passage, long dueNanos) {
      told = packet;
      recorder.departed(passage, dueNanos, driver.nanos());
    }

    @Override
    public void dropped(Passage<Datagram> passage, long atNanos, DropCause cause) {
      Datagram packet = passage.packet();
      told = packet;
      recorder.dropped(passage, atNanos, cause);
      FlowRecorder flows = packet.flows();
      if (flows == null) {
        packet.route().in().call().droppedTowardsServer(packet);
      } else if (!packet.isDuplicate()) {
        flows.dropped(packet.stream());
      }
    }

    private void capture(PacketTruth truth) {
      if (told != null) {
        told.route().in().call().captured(direction, told, truth);
      }
    }
  }
}
