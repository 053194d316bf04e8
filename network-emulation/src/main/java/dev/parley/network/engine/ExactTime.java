package dev.parley.network.engine;

/**
 * A moment in nanoseconds with an exact fraction, so that serialisation times of any rate add up
 * without rounding. Only where so many different rates follow one another in one busy period that
 * their common denominator leaves 61 bits is the fraction rounded, to 10^-9 ns.
 */
final class ExactTime {
  private static final long NANOS = 1_000_000_000L;
  private static final long LARGEST = 1L << 61;
  private static final long COARSE = 1L << 30;

  private long whole;
  private long part;
  private long of = 1;

  void set(long nanos) {
    whole = nanos;
    part = 0;
    of = 1;
  }

  /** The last whole nanosecond that is not after it. */
  long floor() {
    return whole;
  }

  /** The first whole nanosecond that is not before it. */
  long ceiling() {
    return part == 0 ? whole : whole + 1;
  }

  /** Later by what so many bits take at this rate. */
  void add(long bits, long bitsPerSecond) {
    long total = bits * NANOS;
    whole += total / bitsPerSecond;
    addPart(total % bitsPerSecond, bitsPerSecond);
  }

  private void addPart(long more, long ofMore) {
    if (more == 0) {
      return;
    }
    if (part == 0) {
      part = more;
      of = ofMore;
      return;
    }
    if (of == ofMore) {
      part += more;
    } else {
      addOfOther(more, ofMore);
    }
    if (part >= of) {
      part -= of;
      whole++;
    }
  }

  private void addOfOther(long more, long ofMore) {
    long mine = divisor(part, of);
    long theirs = divisor(more, ofMore);
    part /= mine;
    of /= mine;
    long other = ofMore / theirs;
    long scale = other / divisor(of, other);
    if (of > LARGEST / scale) {
      part = coarse(part, of) + coarse(more / theirs, other);
      of = COARSE;
      return;
    }
    long common = of * scale;
    part = part * scale + more / theirs * (common / other);
    of = common;
  }

  private static long coarse(long part, long of) {
    return Math.min(COARSE - 1, Math.round((double) part / of * COARSE));
  }

  private static long divisor(long one, long other) {
    long greater = one;
    long less = other;
    while (less != 0) {
      long rest = greater % less;
      greater = less;
      less = rest;
    }
    return greater;
  }
}
