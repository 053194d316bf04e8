package dev.parley.network.relay;

import dev.parley.network.realtime.LinkDriver;
import dev.parley.network.realtime.UdpChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a call's sockets, and the threads behind them, still work: datagrams of its own with
 * a secret that nobody else knows come in at each socket, wait for the timer, and leave from it
 * again.
 */
final class SelfTest {
  private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

  private static final int SECRET_BYTES = 24;
  private static final int ROUNDS = 4;

  /** How long a datagram waits in the relay, so that the timer is proven as well. */
  private static final long WAIT_NANOS = 1_000_000;

  private final LinkDriver driver;
  private final byte[] secret = new byte[SECRET_BYTES];

  SelfTest(LinkDriver driver) {
    this.driver = driver;
    new SecureRandom().nextBytes(secret);
  }

  /** Takes a datagram of the test, to be sent back; false where it is none. */
  boolean takes(BoundSocket at, InetSocketAddress source, byte[] payload, long nanos) {
    if (payload.length != SECRET_BYTES || !Arrays.equals(payload, secret)) {
      return false;
    }
    driver.at(nanos + WAIT_NANOS, () -> sendBack(at, source, payload));
    return true;
  }

  private static void sendBack(BoundSocket at, InetSocketAddress source, byte[] payload) {
    try {
      at.send(payload, source);
    } catch (IOException e) {
      at.call().note("answering a self-test at " + at.name(), e);
    }
  }

  /** Which of these addresses did not answer in time; those are tried several times. */
  Set<String> silent(Collection<InetSocketAddress> sockets, Duration patience) throws IOException {
    Map<InetSocketAddress, String> left = new LinkedHashMap<>();
    sockets.forEach(
        one -> left.put(one, AddressText.of(one.getAddress()) + " port " + one.getPort()));
    try (Selector selector = Selector.open();
        Testers testers = new Testers(selector)) {
      long end = System.nanoTime() + patience.toNanos();
      for (int round = ROUNDS - 1; round >= 0 && !left.isEmpty(); round--) {
        send(testers, left.keySet());
        listen(selector, left, end - round * patience.toNanos() / ROUNDS);
      }
    }
    return new TreeSet<>(left.values());
  }

  private void send(Testers testers, Set<InetSocketAddress> to) {
    for (InetSocketAddress one : to) {
      try {
        testers.at(one.getAddress()).send(ByteBuffer.wrap(secret), one);
      } catch (IOException e) {
        LOG.debug("a self-test of {} cannot be sent: {}", one, e.toString());
      }
    }
  }

  private void listen(Selector selector, Map<InetSocketAddress, String> left, long until)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(SECRET_BYTES + 1);
    for (long now = System.nanoTime(); now < until && !left.isEmpty(); now = System.nanoTime()) {
      selector.select(Math.max(1, (until - now) / 1_000_000));
      for (SelectionKey key : selector.selectedKeys()) {
        take((DatagramChannel) key.channel(), buffer, left);
      }
      selector.selectedKeys().clear();
    }
  }

  private void take(DatagramChannel channel, ByteBuffer buffer, Map<InetSocketAddress, String> left)
      throws IOException {
    buffer.clear();
    for (var from = channel.receive(buffer); from != null; from = channel.receive(buffer)) {
      if (buffer.flip().equals(ByteBuffer.wrap(secret)) && from instanceof InetSocketAddress it) {
        left.remove(it);
      }
      buffer.clear();
    }
  }

  /** One socket of the test on each address. */
  private static final class Testers implements AutoCloseable {
    private final Selector selector;
    private final Map<InetAddress, DatagramChannel> byAddress = new HashMap<>();

    private Testers(Selector selector) {
      this.selector = selector;
    }

    private DatagramChannel at(InetAddress address) throws IOException {
      DatagramChannel open = byAddress.get(address);
      if (open == null) {
        open = UdpChannels.bind(address);
        byAddress.put(address, open);
        open.register(selector, SelectionKey.OP_READ);
      }
      return open;
    }

    @Override
    public void close() throws IOException {
      List<IOException> troubles = new ArrayList<>();
      for (DatagramChannel channel : byAddress.values()) {
        try {
          channel.close();
        } catch (IOException e) {
          troubles.add(e);
        }
      }
      if (!troubles.isEmpty()) {
        throw troubles.get(0);
      }
    }
  }
}
