package dev.parley.network.check;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A probe's payload: no RTP, no STUN; its number three times over, so that it is known even with a
 * flipped bit.
 */
final class Probe {
  static final int LEAST_BYTES = 16;

  private static final int MAGIC = 0xff50_4152;

  private Probe() {}

  static byte[] write(int number, int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.max(bytes, LEAST_BYTES));
    buffer.putInt(MAGIC).putInt(number).putInt(number).putInt(number);
    return buffer.array();
  }

  /** The number of a probe; -1 for what is none. */
  static int number(byte[] payload) {
    if (payload.length < LEAST_BYTES) {
      return -1;
    }
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    int differing = Integer.bitCount(buffer.getInt() ^ MAGIC);
    int first = buffer.getInt();
    int second = buffer.getInt();
    int third = buffer.getInt();
    int number = (first & second) | (second & third) | (first & third);
    return differing > 1 ? -1 : number;
  }

  static boolean isWhole(byte[] payload, int number) {
    return Arrays.equals(payload, write(number, payload.length));
  }
}
