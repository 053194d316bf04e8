package dev.parley.network.trace;

/**
 * A Wi-Fi link: packets leave in aggregates, for which the station waits its turn; now and then
 * others hold the channel for long.
 *
 * @param aggregate the mean number of packets in an aggregate, geometrically distributed
 * @param waitMillis the mean time for which a turn is waited, exponentially distributed
 * @param rate on the air in bit/s: how long an aggregate takes
 * @param busyEverySeconds mean time between long waits
 * @param busyMillis the longest of those; the shortest is a quarter of it
 */
record WifiBursts(
    double aggregate, double waitMillis, double rate, double busyEverySeconds, double busyMillis)
    implements TraceModel {
  private static final double BITS = 8.0 * 1500;

  @Override
  public void write(Draw draw, int lengthMillis, Opportunities out) {
    double busy = 1000 * draw.exponential(busyEverySeconds);
    double now = 0;
    while (now < lengthMillis) {
      now += draw.exponential(waitMillis);
      if (now >= busy) {
        now += draw.between(busyMillis / 4, busyMillis);
        busy = now + 1000 * draw.exponential(busyEverySeconds);
      }
      int packets =
          1 + (int) (StrictMath.log(1 - draw.uniform()) / StrictMath.log(1 - 1 / aggregate));
      now += packets * BITS / rate * 1000;
      out.add((int) StrictMath.ceil(now), packets);
    }
  }
}
