package dev.parley.network.bench;

/**
 * Packets lost in a row.
 *
 * @param lost packets
 * @param of packets
 * @param runs how many bursts they make
 */
record Bursts(long lost, long of, long runs) {
  double rate() {
    return (double) lost / of;
  }

  double mean() {
    return runs == 0 ? 0 : (double) lost / runs;
  }
}
