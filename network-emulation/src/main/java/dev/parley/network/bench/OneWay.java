package dev.parley.network.bench;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import java.util.Arrays;

/** One direction of a link in virtual time, and what came out of it. */
final class OneWay implements AccessLink.Sinks<Boolean>, PacketSink<Boolean> {
  private final AccessLink<Boolean> link;
  private long[] numbers = new long[1 << 16];
  private long[] dues = new long[1 << 16];
  private int delivered;

  OneWay(LinkProfile profile, long seed) {
    link = Links.create(NetworkProfile.symmetric("bench", "of a bench", profile), seed, "bench");
  }

  void send(long nowNanos, int bytes) {
    link.poll(nowNanos, this);
    link.enqueue(nowNanos, Direction.UP, true, bytes);
  }

  void finish() {
    while (link.nextEventNanos() != AccessLink.NEVER) {
      link.poll(link.nextEventNanos(), this);
    }
  }

  int delivered() {
    return delivered;
  }

  long due(int index) {
    return dues[index];
  }

  /** Gaps in the numbers of what was delivered, of so many packets; needs their order kept. */
  Bursts bursts(long sent) {
    long runs = 0;
    long expected = 0;
    for (int i = 0; i < delivered; i++) {
      runs += numbers[i] > expected ? 1 : 0;
      expected = numbers[i] + 1;
    }
    runs += expected < sent ? 1 : 0;
    return new Bursts(sent - delivered, sent, runs);
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
    if (delivered == dues.length) {
      dues = Arrays.copyOf(dues, 2 * delivered);
      numbers = Arrays.copyOf(numbers, 2 * delivered);
    }
    numbers[delivered] = passage.number();
    dues[delivered++] = dueNanos;
  }

  @Override
  public void dropped(Passage<Boolean> passage, long atNanos, DropCause cause) {}
}
