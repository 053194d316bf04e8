package dev.parley.network.relay;

import dev.parley.network.model.FlowTruth;
import dev.parley.network.model.LinkTruth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a call's emulation counted up to a moment.
 *
 * @param nanos the moment, on the clock of {@link System#nanoTime()}
 * @param participants by name
 * @param refused packets that were not forwarded, by reason, as in {@code no-integrity}, {@code
 *     garbage} or {@code no-destination}
 * @param kernelDrops packets that the kernel dropped at this call's sockets; null where unknown
 */
public record RelayTruth(
    long nanos,
    Map<String, OfParticipant> participants,
    Map<String, Long> refused,
    @Nullable Long kernelDrops) {

  public RelayTruth {
    participants = Map.copyOf(participants);
    refused = Map.copyOf(refused);
  }

  /**
   * One participant's.
   *
   * @param up its uplink
   * @param down its downlink
   * @param received every RTP stream that is on its way to it, or came
   * @param deliveredBytes UDP payload handed to it, by peer connection
   * @param unbound candidates that got no socket, because ports were short
   */
  public record OfParticipant(
      LinkTruth up,
      LinkTruth down,
      List<FlowTruth> received,
      Map<String, Long> deliveredBytes,
      long unbound) {
    public OfParticipant {
      received = List.copyOf(received);
      deliveredBytes = Map.copyOf(deliveredBytes);
    }
  }
}
