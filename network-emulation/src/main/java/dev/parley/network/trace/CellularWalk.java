package dev.parley.network.trace;

/**
 * A cellular link: every 100 ms the logarithm of its rate takes a random step and is drawn back to
 * its mean (an Ornstein-Uhlenbeck process); now and then a handover cuts it, after which the rate
 * starts anew. Opportunities are evenly spaced at the rate of the moment.
 *
 * @param mean the rate it is drawn back to, in bit/s
 * @param least the lowest rate in bit/s
 * @param most the highest rate in bit/s
 * @param pull how far it is drawn back in each step, 0..1
 * @param step the deviation of a step, in natural logarithms
 * @param handoverEverySeconds mean time between handovers; 0 for none
 */
record CellularWalk(
    double mean, double least, double most, double pull, double step, double handoverEverySeconds)
    implements TraceModel {
  private static final int STEP_MILLIS = 100;
  private static final double BITS = 8.0 * 1500;

  @Override
  public void write(Draw draw, int lengthMillis, Opportunities out) {
    double level = StrictMath.log(mean);
    double handover = nextHandover(draw, 0);
    double silentUntil = 0;
    double credit = 0;
    for (int start = 0; start < lengthMillis; start += STEP_MILLIS) {
      level += pull * (StrictMath.log(mean) - level) + step * draw.normal();
      if (start >= handover) {
        silentUntil = start + draw.between(300, 1200);
        level = StrictMath.log(draw.between(least, most));
        handover = nextHandover(draw, silentUntil);
      }
      double rate = Math.min(most, Math.max(least, StrictMath.exp(level)));
      for (int millis = start + 1; millis <= start + STEP_MILLIS; millis++) {
        credit += millis <= silentUntil ? 0 : rate / 1000 / BITS;
        int whole = (int) credit;
        out.add(millis, whole);
        credit -= whole;
      }
    }
  }

  private double nextHandover(Draw draw, double from) {
    return handoverEverySeconds == 0
        ? Double.MAX_VALUE
        : from + 1000 * draw.exponential(handoverEverySeconds);
  }
}
