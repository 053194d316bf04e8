package dev.parley.network.stun;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What a TURN client and its server carry for each other (RFC 8656, sections 11 and 12). */
public final class TurnData {
  private static final int CHANNEL_FIRST = 64;
  private static final int CHANNEL_LAST = 79;
  private static final int HEADER = 4;
  private static final short SEND_INDICATION = 0x0016;
  private static final short DATA_INDICATION = 0x0017;
  private static final short DATA = 0x0013;

  private TurnData() {}

  /** The datagram within channel data, or within a Send or Data indication; null within others. */
  public static @Nullable ByteBuffer of(byte[] payload) {
    if (payload.length < HEADER) {
      return null;
    }
    int first = payload[0] & 0xff;
    if (first >= CHANNEL_FIRST && first <= CHANNEL_LAST) {
      return ByteBuffer.wrap(payload, HEADER, payload.length - HEADER).slice();
    }
    short type = ByteBuffer.wrap(payload).getShort();
    return type == SEND_INDICATION || type == DATA_INDICATION ? attribute(payload) : null;
  }

  private static @Nullable ByteBuffer attribute(byte[] payload) {
    ByteBuffer message = ByteBuffer.wrap(payload);
    int at = StunMessage.HEADER;
    while (at + HEADER <= payload.length) {
      int length = message.getShort(at + 2) & 0xffff;
      if (at + HEADER + length > payload.length) {
        return null;
      }
      if (message.getShort(at) == DATA) {
        return message.slice(at + HEADER, length);
      }
      at += HEADER + (length + 3) / 4 * 4;
    }
    return null;
  }
}
