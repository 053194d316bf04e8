package dev.parley.network.truth;

import dev.parley.network.model.PacketKind;

/**
 * What a packet is, as far as its clear-text headers tell.
 *
 * @param kind what protocol
 * @param ssrc of RTP, or the sender's of RTCP; -1 without
 * @param sequence of RTP, 0..65535; -1 without
 */
public record PacketId(PacketKind kind, long ssrc, int sequence) {
  /** The value of a number that there is not. */
  public static final int NONE = -1;

  static PacketId of(PacketKind kind) {
    return new PacketId(kind, NONE, NONE);
  }
}
