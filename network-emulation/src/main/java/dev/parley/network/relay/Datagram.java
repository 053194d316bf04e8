package dev.parley.network.relay;

import dev.parley.network.model.PacketKind;
import org.jspecify.annotations.Nullable;

/** A packet on its way through the relay; nothing of it ever changes. */
final class Datagram {
  private final byte[] payload;
  private final Route route;
  private final PacketKind kind;
  private final Flows.@Nullable Packet rtp;
  private final boolean duplicate;

  private Datagram(
      byte[] payload, Route route, PacketKind kind, Flows.@Nullable Packet rtp, boolean duplicate) {
    this.payload = payload;
    this.route = route;
    this.kind = kind;
    this.rtp = rtp;
    this.duplicate = duplicate;
  }

  /** A packet that came; its payload is not touched any more. */
  static Datagram arrived(byte[] payload, Route route) {
    PacketKind kind = PacketKinds.of(payload);
    int at = PacketKinds.rtpAt(payload, kind);
    Connection receiver = route.receiver();
    Flows.Packet account =
        at < 0 || receiver == null
            ? null
            : receiver
                .participant()
                .flows()
                .sent(PacketKinds.ssrc(payload, at), PacketKinds.sequence(payload, at));
    return new Datagram(payload, route, kind, account, false);
  }

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
    return new Datagram(bytes, route, kind, rtp, duplicate || copy > 0);
  }

  byte[] payload() {
    return payload;
  }

  Route route() {
    return route;
  }

  PacketKind kind() {
    return kind;
  }

  /** Its RTP stream's account at the receiver; null for other packets. */
  Flows.@Nullable Packet rtp() {
    return rtp;
  }

  /** Whether it is the copy of another one that is on its way too. */
  boolean isDuplicate() {
    return duplicate;
  }
}
