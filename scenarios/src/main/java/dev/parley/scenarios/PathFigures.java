package dev.parley.scenarios;

import dev.parley.harness.Call;
import dev.parley.harness.Participant;
import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;

/**
 * What the links on the way from one participant to another come to, as they are at this moment.
 *
 * @param roundTrip there and back without any queue, in s
 * @param loss the share of packets that is lost on the way there on purpose, 0..1
 * @param bitsPerSecond of the slowest link on the way there; infinite without a bottleneck
 */
record PathFigures(double roundTrip, double loss, double bitsPerSecond) {
  private static final double PACKET_BITS = 8 * 1200;
  private static final double LEAST_ROUND_TRIP = 0.02;
  private static final PathFigures DIRECT = new PathFigures(0, 0, Double.POSITIVE_INFINITY);

  /** The path of a call; one without emulated links adds nothing. */
  static PathFigures of(Call call, Participant from, Participant to) {
    if (call.isDirect()) {
      return DIRECT;
    }
    LinkProfile up = from.link().state(Direction.UP);
    LinkProfile down = to.link().state(Direction.DOWN);
    double there = seconds(up) + seconds(down);
    double back =
        seconds(to.link().state(Direction.UP)) + seconds(from.link().state(Direction.DOWN));
    double passed = (1 - up.loss().meanRate()) * (1 - down.loss().meanRate());
    return new PathFigures(there + back, 1 - passed, Math.min(rate(up), rate(down)));
  }

  private static double seconds(LinkProfile link) {
    return link.delay().toNanos() / 1e9;
  }

  /** The mean of a trace, and the lowest of several steps: bounds are to hold throughout. */
  private static double rate(LinkProfile link) {
    Capacity capacity = link.capacity();
    if (capacity instanceof Capacity.Constant constant) {
      return constant.bitsPerSecond();
    }
    if (capacity instanceof Capacity.Traced traced) {
      return traced.trace().meanBitsPerSecond();
    }
    if (capacity instanceof Capacity.Steps steps) {
      return steps.steps().stream().mapToLong(Capacity.Step::bitsPerSecond).min().orElseThrow();
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * What a sender that halves its window at each loss gets through, in bit/s (Mathis and others,
   * 1997), with the delay of its acknowledgements (RFC 9260: 200 ms at most).
   */
  double bulkRate() {
    double perRoundTrip = PACKET_BITS * Math.sqrt(1.5 / Math.max(loss, 1e-9));
    return Math.min(bitsPerSecond, perRoundTrip / (roundTrip + LEAST_ROUND_TRIP));
  }
}
