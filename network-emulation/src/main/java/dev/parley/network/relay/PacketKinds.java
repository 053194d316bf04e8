package dev.parley.network.relay;

import dev.parley.network.model.PacketKind;

/** Tells packets apart by their first bytes (RFC 7983; RFC 5761 for RTP and RTCP). */
final class PacketKinds {
  private static final int RTP_HEADER = 12;
  private static final int CHANNEL_HEADER = 4;

  private PacketKinds() {}

  /** What a UDP payload is. */
  static PacketKind of(byte[] payload) {
    return at(payload, 0);
  }

  /** Where the RTP header begins, TURN channel data opened; -1 without. */
  static int rtpAt(byte[] payload, PacketKind kind) {
    if (kind == PacketKind.RTP) {
      return 0;
    }
    return kind == PacketKind.TURN_CHANNEL && at(payload, CHANNEL_HEADER) == PacketKind.RTP
        ? CHANNEL_HEADER
        : -1;
  }

  /** The synchronisation source of the RTP header that begins there. */
  static long ssrc(byte[] payload, int at) {
    return (payload[at + 8] & 0xffL) << 24
        | (payload[at + 9] & 0xff) << 16
        | (payload[at + 10] & 0xff) << 8
        | (payload[at + 11] & 0xff);
  }

  /** The sequence number of the RTP header that begins there. */
  static int sequence(byte[] payload, int at) {
    return (payload[at + 2] & 0xff) << 8 | (payload[at + 3] & 0xff);
  }

  private static PacketKind at(byte[] payload, int at) {
    if (payload.length <= at) {
      return PacketKind.OTHER;
    }
    int first = payload[at] & 0xff;
    if (first <= 3) {
      return PacketKind.STUN;
    }
    if (first >= 20 && first <= 63) {
      return PacketKind.DTLS;
    }
    if (first >= 64 && first <= 79) {
      return PacketKind.TURN_CHANNEL;
    }
    if (first < 128 || first > 191 || payload.length < at + 8) {
      return PacketKind.OTHER;
    }
    int type = payload[at + 1] & 0x7f;
    if (type >= 64 && type <= 95) {
      return PacketKind.RTCP;
    }
    return payload.length >= at + RTP_HEADER ? PacketKind.RTP : PacketKind.OTHER;
  }
}
