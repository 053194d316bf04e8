package dev.parley.network.model;

/** What a UDP payload is, by its first byte (RFC 7983) and, for RTP and RTCP, RFC 5761. */
public enum PacketKind {
  RTP,
  RTCP,
  STUN,
  DTLS,
  /** TURN channel data (RFC 8656). */
  TURN_CHANNEL,
  OTHER
}
