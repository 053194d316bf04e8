package dev.parley.network.realtime;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.LinkTruth;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.PacketTruth;
import dev.parley.network.truth.LinkRecorder;
import dev.parley.network.truth.PacketClassifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One access link in real time between UDP sockets on loopback, for whoever wants to know what the
 * emulator does to traffic: what is sent to a direction's entrance leaves for its exit.
 */
public final class LoopbackLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackLink.class);

  private final LinkDriver driver;
  private final DatagramLoop loop;
  private final DrivenLink<byte[]> link;
  private final Map<Direction, Way> ways = new EnumMap<>(Direction.class);

  private LoopbackLink(
      NetworkProfile profile,
      long seed,
      BiConsumer<Direction, PacketTruth> each,
      PreciseTimer timer)
      throws IOException {
    for (Direction direction : Direction.values()) {
      ways.put(direction, new Way(direction, profile.link(direction), each));
    }
    driver = LinkDriver.start(timer);
    loop = DatagramLoop.start(driver);
    AccessLink<byte[]> engine = Links.create(profile, seed, profile.name());
    link = driver.exclusively(() -> driver.add(engine, new Exits(), LoopbackLink::broke));
    for (Way way : ways.values()) {
      loop.add(way);
    }
  }

  /**
   * Opens a link.
   *
   * @param each hears of each packet when it was dropped or has departed, on the threads that drive
   *     the link: to be quick
   * @param timer which the link takes over
   */
  public static LoopbackLink open(
      NetworkProfile profile,
      long seed,
      BiConsumer<Direction, PacketTruth> each,
      PreciseTimer timer)
      throws IOException {
    return new LoopbackLink(profile, seed, each, timer);
  }

  /** Where to send what is to cross a direction. */
  public InetSocketAddress entrance(Direction direction) {
    return way(direction).local;
  }

  /** Says where goes what has crossed a direction; to be said before anything is sent. */
  public void exit(Direction direction, InetSocketAddress to) {
    driver.exclusively(() -> way(direction).exit = to);
  }

  /** Starts the schedule; tells the moment, on the clock of {@link System#nanoTime()}. */
  public long startSchedule() {
    return driver.exclusively(
        () -> {
          long now = driver.advance(driver.nanos());
          link.tell(it -> it.startSchedule(now));
          return now;
        });
  }

  /** What a direction did up to now. */
  public LinkTruth truth(Direction direction) {
    return driver.exclusively(() -> way(direction).recorder.truth());
  }

  /** Packets that had crossed, but that the system refused to send. */
  public long notSent(Direction direction) {
    return driver.exclusively(() -> way(direction).notSent);
  }

  private Way way(Direction direction) {
    Way found = ways.get(direction);
    if (found == null) {
      throw new IllegalArgumentException("found no direction " + direction);
    }
    return found;
  }

  private static void broke(RuntimeException cause) {
    LOG.error("the link is given up: {}", cause.toString(), cause);
  }

  @Override
  public void close() {
    loop.close();
    driver.close();
    for (Way way : ways.values()) {
      try {
        way.socket.close();
      } catch (IOException e) {
        LOG.debug("closing a link's socket: {}", e.toString());
      }
    }
  }

  private final class Exits implements AccessLink.Sinks<byte[]> {
    @Override
    public PacketSink<byte[]> of(Direction direction) {
      return way(direction);
    }

    @Override
    public void changed(long atNanos, Direction direction, LinkProfile now, String why) {}
  }

  /** One direction, from its socket back to its socket. */
  private final class Way implements DatagramLoop.Inlet, PacketSink<byte[]> {
    private final Direction direction;
    private final DatagramChannel socket;
    private final InetSocketAddress local;
    private final LinkRecorder<byte[]> recorder;
    private @Nullable InetSocketAddress exit;
    private long notSent;

    private Way(Direction direction, LinkProfile profile, BiConsumer<Direction, PacketTruth> each)
        throws IOException {
      this.direction = direction;
      this.socket = UdpChannels.bind(InetAddress.getLoopbackAddress());
      this.local = (InetSocketAddress) socket.getLocalAddress();
      this.recorder =
          new LinkRecorder<>(
              profile.overheadBytes(),
              payload -> PacketClassifier.classify(ByteBuffer.wrap(payload)),
              truth -> each.accept(direction, truth));
    }

    @Override
    public DatagramChannel channel() {
      return socket;
    }

    @Override
    public void arrived(InetSocketAddress source, byte[] payload, long nanos) {
      recorder.offered(payload.length);
      link.offer(nanos, direction, payload, payload.length);
    }

    @Override
    public void failed(Exception cause) {
      LOG.error("the link takes no more packets {}: {}", direction.word(), cause.toString());
    }

    @Override
    public void delivered(Passage<byte[]> passage, long dueNanos) {
      recorder.delivered(passage, dueNanos);
      if (send(Flipped.bit(passage.packet(), passage.flippedBit()))) {
        recorder.departed(passage, dueNanos, driver.nanos());
      } else {
        notSent++;
      }
    }

    private boolean send(byte[] payload) {
      try {
        return exit != null && socket.send(ByteBuffer.wrap(payload), exit) == payload.length;
      } catch (IOException e) {
        return false;
      }
    }

    @Override
    public void dropped(Passage<byte[]> passage, long atNanos, DropCause cause) {
      recorder.dropped(passage, atNanos, cause);
    }
  }
}
