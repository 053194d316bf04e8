package dev.parley.network.check;

import dev.parley.network.model.Direction;
import dev.parley.network.realtime.PreciseTimer;
import dev.parley.network.realtime.UdpChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sends probes of both directions, each at its time. */
final class ProbeSender implements AutoCloseable {
  private final List<Shot> shots = new ArrayList<>();
  private final DatagramChannel socket;
  private final PreciseTimer timer;

  ProbeSender(PreciseTimer timer) throws IOException {
    this.timer = timer;
    this.socket = UdpChannels.bind(InetAddress.getLoopbackAddress());
  }

  private record Shot(
      long atNanos, Direction direction, int number, int bytes, InetSocketAddress to) {}

  void add(Direction direction, ProbePlan plan, InetSocketAddress to) {
    for (int i = 0; i < plan.atNanos().size(); i++) {
      shots.add(new Shot(plan.atNanos().get(i), direction, i, plan.bytes(), to));
    }
  }

  /** Sends all of them; returns with the last. */
  void send(long startNanos) throws IOException {
    shots.sort(Comparator.comparingLong(Shot::atNanos));
    for (Shot shot : shots) {
      timer.await(startNanos + shot.atNanos());
      socket.send(ByteBuffer.wrap(Probe.write(shot.number(), shot.bytes())), shot.to());
    }
  }

  @Override
  public void close() throws IOException {
    timer.close();
    socket.close();
  }
}
