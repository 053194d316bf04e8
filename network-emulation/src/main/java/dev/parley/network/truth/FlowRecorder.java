package dev.parley.network.truth;

import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.PacketKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows every RTP stream on its whole way to one participant, over all links; other packets are
 * ignored. Not for several threads at once. Streams beyond the thousandth are not followed, so that
 * rubbish cannot fill the memory.
 */
public final class FlowRecorder {
  private static final int MOST = 1000;

  private final Map<Long, Flow> flows = new LinkedHashMap<>();

  /** Its sender gave a packet to the emulator. */
  public void sent(PacketId packet) {
    Flow flow = flow(packet);
    if (flow != null) {
      flow.sent();
    }
  }

  /** A packet was handed to the participant; further copies of it are told as well. */
  public void delivered(PacketId packet) {
    Flow flow = flow(packet);
    if (flow != null) {
      flow.delivered(packet.sequence());
    }
  }

  /** A packet was dropped on any link. */
  public void dropped(PacketId packet) {
    Flow flow = flow(packet);
    if (flow != null) {
      flow.dropped(packet.sequence());
    }
  }

  private @Nullable Flow flow(PacketId packet) {
    if (packet.kind() != PacketKind.RTP) {
      return null;
    }
    Flow known = flows.get(packet.ssrc());
    if (known == null && flows.size() < MOST) {
      known = new Flow(packet.ssrc());
      flows.put(packet.ssrc(), known);
    }
    return known;
  }

  /** Everything up to now, in the order in which the streams began. */
  public List<FlowTruth> truth() {
    return flows.values().stream().map(Flow::truth).toList();
  }
}
