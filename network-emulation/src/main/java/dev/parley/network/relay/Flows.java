package dev.parley.network.relay;

import dev.parley.network.model.FlowTruth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the RTP streams on their way to one participant. */
final class Flows {
  private final Map<Long, Flow> flows = new TreeMap<>();

  /** A packet was given to the emulator. */
  Packet sent(long ssrc, int sequence) {
    Flow flow = flows.computeIfAbsent(ssrc, Flow::new);
    return new Packet(flow, flow.extended(sequence));
  }

  List<FlowTruth> truth() {
    return flows.values().stream().map(Flow::truth).toList();
  }

  /** One packet, whatever the number of its copies. */
  static final class Packet {
    private final Flow flow;
    private final long number;
    private boolean delivered;
    private boolean dropped;

    private Packet(Flow flow, long number) {
      this.flow = flow;
      this.number = number;
      flow.sent++;
    }

    /** A copy of it was handed over. */
    void delivered() {
      if (!delivered) {
        delivered = true;
        flow.delivered++;
        flow.reached(number);
        if (dropped) {
          flow.found(number);
        }
      }
    }

    /** A copy of it was dropped. */
    void dropped() {
      if (!delivered && !dropped) {
        dropped = true;
        flow.dropped++;
        flow.missing(number);
      }
    }
  }

  private static final class Flow {
    private final long ssrc;
    private final Set<Long> missingAhead = new HashSet<>();
    private long newest = -1;
    private long highestDelivered = -1;
    private long sent;
    private long delivered;
    private long dropped;
    private long lost;

    private Flow(long ssrc) {
      this.ssrc = ssrc;
    }

    /** The sequence number with its cycles (RFC 3550, appendix A.1). */
    private long extended(int sequence) {
      if (newest < 0) {
        newest = 0x10000L + sequence;
        return newest;
      }
      long extended = newest + (short) (sequence - (int) newest);
      newest = Math.max(newest, extended);
      return extended;
    }

    private void reached(long number) {
      if (number > highestDelivered) {
        highestDelivered = number;
        int ahead = missingAhead.size();
        missingAhead.removeIf(one -> one < number);
        lost += ahead - missingAhead.size();
      }
    }

    private void missing(long number) {
      if (number < highestDelivered) {
        lost++;
      } else {
        missingAhead.add(number);
      }
    }

    private void found(long number) {
      dropped--;
      if (!missingAhead.remove(number)) {
        lost--;
      }
    }

    private FlowTruth truth() {
      return new FlowTruth(ssrc, sent, delivered, lost, dropped);
    }
  }
}
