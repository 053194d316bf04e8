package dev.parley.network.bench;

import dev.parley.network.realtime.PreciseTimer;
import dev.parley.network.realtime.UdpChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Sends packets with their time of sending, evenly spaced. */
final class PacketStream implements AutoCloseable {
  private final DatagramChannel socket = UdpChannels.bind(InetAddress.getLoopbackAddress());
  private final PreciseTimer timer = PreciseTimer.create();
  private final ByteBuffer packet;

  PacketStream(int bytes) throws IOException {
    packet = ByteBuffer.allocate(bytes);
  }

  /** Called before each packet is sent. */
  interface Tick {
    void at(long nanos);
  }

  /** Sends for so many seconds; returns how many. */
  long send(int perSecond, double seconds, InetSocketAddress to, Tick tick) throws IOException {
    long start = System.nanoTime();
    long packets = Math.round(perSecond * seconds);
    for (long i = 0; i < packets; i++) {
      timer.await(start + i * 1_000_000_000L / perSecond);
      long now = System.nanoTime();
      tick.at(now);
      packet.clear();
      packet.putLong(0, now);
      socket.send(packet, to);
    }
    return packets;
  }

  /** Sends this on, as it is. */
  void pass(ByteBuffer received, InetSocketAddress to) throws IOException {
    socket.send(received, to);
  }

  @Override
  public void close() throws IOException {
    timer.close();
    socket.close();
  }
}
