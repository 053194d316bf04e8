package dev.parley.network.bench;

import dev.parley.network.realtime.UdpChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many packets a second pass, with no more on their way than sockets hold. */
final class WindowedRate {
  private static final int ON_THEIR_WAY = 256;
  private static final long PATIENCE_MS = 200;

  private final Semaphore free = new Semaphore(ON_THEIR_WAY);
  private long lost;

  /** A packet came. */
  void received() {
    free.release();
  }

  /** Sends for so long; returns packets a second. */
  double measure(InetSocketAddress to, double seconds) throws IOException, InterruptedException {
    try (DatagramChannel socket = UdpChannels.bind(InetAddress.getLoopbackAddress())) {
      ByteBuffer packet = ByteBuffer.allocate(RealTimeBench.BYTES);
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      long sent = 0;
      for (long now = start; now < end; now = System.nanoTime()) {
        if (!free.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
          lost += ON_THEIR_WAY;
          free.release(ON_THEIR_WAY);
          continue;
        }
        packet.clear();
        sent += socket.send(packet, to) > 0 ? 1 : 0;
      }
      return (sent - lost) * 1e9 / (System.nanoTime() - start);
    }
  }

  long lost() {
    return lost;
  }
}
