package dev.parley.network.check;

import java.util.Arrays;

/** When each of a number of packets came out, how often, and whether whole; for several threads. */
final class Fates {
  /** A packet that did not come. */
  static final long NEVER = -1;

  private final long[] exits;
  private final byte[] copies;
  private final boolean[] corrupted;

  Fates(int packets) {
    exits = new long[packets];
    copies = new byte[packets];
    corrupted = new boolean[packets];
    Arrays.fill(exits, NEVER);
  }

  /** A packet came out; numbers beyond are somebody else's. */
  synchronized void out(long number, long atNanos, boolean whole) {
    if (number < 0 || number >= exits.length) {
      return;
    }
    int i = (int) number;
    exits[i] = exits[i] == NEVER ? atNanos : Math.min(exits[i], atNanos);
    copies[i] = (byte) Math.min(100, copies[i] + 1);
    corrupted[i] |= !whole;
  }

  synchronized long exit(int number) {
    return exits[number];
  }

  synchronized int copies(int number) {
    return copies[number];
  }

  synchronized boolean isCorrupted(int number) {
    return corrupted[number];
  }

  int size() {
    return exits.length;
  }

  /** How many came, each counted once. */
  synchronized int arrived() {
    return (int) Arrays.stream(exits).filter(exit -> exit != NEVER).count();
  }

  /** How many packets met another fate there. */
  int unlike(Fates other) {
    int unlike = 0;
    for (int i = 0; i < exits.length; i++) {
      boolean same = copies(i) == other.copies(i) && isCorrupted(i) == other.isCorrupted(i);
      unlike += same ? 0 : 1;
    }
    return unlike;
  }
}
