package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import java.nio.charset.StandardCharsets;

/**
 * One impairment's random numbers: for each packet a sequence of its own, whatever was drawn for
 * others. SplitMix64 (Steele, Lea and Flood 2014), as in {@link java.util.SplittableRandom}, but
 * written out, so that a packet's numbers are found by its number and never change with Java.
 */
final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long PACKET = 0xD1342543DE82EF95L;

  private final long seed;
  private long state;

  RandomStream(long seed, String link, Direction direction, String impairment) {
    this.seed = hash(seed + "/" + link + "/" + direction.word() + "/" + impairment);
    this.state = this.seed;
  }

  /** Goes to the beginning of a packet's sequence. */
  RandomStream of(long number) {
    state = mix(seed + number * PACKET);
    return this;
  }

  /** The next number, 0 to below 1. */
  double unit() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /** FNV-1a, mixed. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
