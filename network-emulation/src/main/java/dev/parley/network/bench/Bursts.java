package dev.parley.network.bench;

/** Counts packets lost in a row, from the numbers of those that came in order. */
final class Bursts implements OneWay.Arrivals {
  private long came;
  private long runs;
  private long expected;

  @Override
  public void came(long number, long dueNanos) {
    came++;
    runs += number > expected ? 1 : 0;
    expected = number + 1;
  }

  /** The share that was lost of so many packets. */
  double rate(long sent) {
    return (double) (sent - came) / sent;
  }

  /** The mean length of a burst; 0 without one. */
  double mean(long sent) {
    long all = runs + (expected < sent ? 1 : 0);
    return all == 0 ? 0 : (double) (sent - came) / all;
  }
}
