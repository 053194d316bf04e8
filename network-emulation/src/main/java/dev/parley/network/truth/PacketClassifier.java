package dev.parley.network.truth;

import dev.parley.network.model.PacketKind;
import java.nio.ByteBuffer;

/** Tells what a UDP payload is, by RFC 7983 and, between RTP and RTCP, RFC 5761. */
public final class PacketClassifier {
  private static final int RTP_HEADER = 12;
  private static final int RTCP_HEADER = 8;
  private static final int STUN_HEADER = 20;
  private static final int DTLS_HEADER = 13;
  private static final int CHANNEL_HEADER = 4;

  private PacketClassifier() {}

  /** Classifies what is between the buffer's position and limit, and moves neither. */
  public static PacketId classify(ByteBuffer payload) {
    int length = payload.remaining();
    if (length < CHANNEL_HEADER) {
      return PacketId.of(PacketKind.OTHER);
    }
    int at = payload.position();
    int first = payload.get(at) & 0xFF;
    if (first <= 3) {
      return PacketId.of(length >= STUN_HEADER ? PacketKind.STUN : PacketKind.OTHER);
    }
    if (first >= 20 && first <= 63) {
      return PacketId.of(length >= DTLS_HEADER ? PacketKind.DTLS : PacketKind.OTHER);
    }
    if (first >= 64 && first <= 79) {
      return PacketId.of(PacketKind.TURN_CHANNEL);
    }
    return first >= 128 && first <= 191
        ? rtpOrRtcp(payload, at, length)
        : PacketId.of(PacketKind.OTHER);
  }

  /** By RFC 5761, section 4: RTP payload types 64 to 95 are left to RTCP. */
  private static PacketId rtpOrRtcp(ByteBuffer payload, int at, int length) {
    int second = payload.get(at + 1) & 0xFF;
    if (second >= 192 && second <= 223) {
      return length >= RTCP_HEADER
          ? new PacketId(PacketKind.RTCP, unsigned32(payload, at + 4), PacketId.NONE)
          : PacketId.of(PacketKind.OTHER);
    }
    return length >= RTP_HEADER
        ? new PacketId(PacketKind.RTP, unsigned32(payload, at + 8), unsigned16(payload, at + 2))
        : PacketId.of(PacketKind.OTHER);
  }

  /** In network order, whatever the buffer's is. */
  private static long unsigned32(ByteBuffer payload, int at) {
    return ((long) unsigned16(payload, at) << 16) | unsigned16(payload, at + 2);
  }

  private static int unsigned16(ByteBuffer payload, int at) {
    return (payload.get(at) & 0xFF) << 8 | (payload.get(at + 1) & 0xFF);
  }
}
