package dev.parley.network.relay;

import dev.parley.network.model.PacketKind;
import org.jspecify.annotations.Nullable;

/**
 * A packet on its way through the relay.
 *
 * @param payload never changed
 * @param rtp its RTP stream's account at the receiver; null for other packets
 * @param duplicate whether it is the copy of another one that is on its way too
 */
record Datagram(
    byte[] payload,
    Route route,
    PacketKind kind,
    long ssrc,
    int sequence,
    Flows.@Nullable Packet rtp,
    boolean duplicate) {

  /** What of it leaves a link that may have copied it or flipped a bit. */
  Datagram after(int copy, long flippedBit) {
    if (copy == 0 && flippedBit < 0) {
      return this;
    }
    byte[] bytes = payload;
    if (flippedBit >= 0) {
      bytes = payload.clone();
      bytes[(int) (flippedBit / 8)] ^= (byte) (1 << (flippedBit % 8));
    }
    return new Datagram(bytes, route, kind, ssrc, sequence, rtp, duplicate || copy > 0);
  }
}
