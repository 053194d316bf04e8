package dev.parley.network.realtime;

/** Corrupts payloads. */
public final class Flipped {
  private Flipped() {}

  /** The payload with a bit flipped, as a copy; itself for a bit below 0. */
  public static byte[] bit(byte[] payload, long bit) {
    if (bit < 0) {
      return payload;
    }
    byte[] copy = payload.clone();
    copy[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
    return copy;
  }
}
