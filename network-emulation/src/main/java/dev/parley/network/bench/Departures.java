package dev.parley.network.bench;

import dev.parley.network.model.Capacity.Step;
import java.math.BigInteger;
import java.util.List;

/**
 * Holds the due times of a backlog against fractions of unbounded size: every packet is there from
 * the beginning, and begins to be serialised when the one before it is through.
 */
final class Departures implements OneWay.Arrivals {
  private static final BigInteger BIT = BigInteger.valueOf(1_000_000_000L);

  private final List<Step> steps;
  private final int bytes;
  private final long delayNanos;
  private BigInteger part = BigInteger.ZERO;
  private BigInteger of = BigInteger.ONE;
  private long worst;

  Departures(List<Step> steps, int bytes, long delayNanos) {
    this.steps = steps;
    this.bytes = bytes;
    this.delayNanos = delayNanos;
  }

  @Override
  public void came(long number, long dueNanos) {
    BigInteger rate = BigInteger.valueOf(rateAt(part.divide(of).longValueExact()));
    BigInteger nanos = BigInteger.valueOf(8L * bytes).multiply(BIT);
    part = part.multiply(rate).add(nanos.multiply(of));
    of = of.multiply(rate);
    BigInteger common = part.gcd(of);
    part = part.divide(common);
    of = of.divide(common);
    BigInteger ceiling = part.add(of).subtract(BigInteger.ONE).divide(of);
    worst = Math.max(worst, Math.abs(dueNanos - delayNanos - ceiling.longValueExact()));
  }

  private long rateAt(long nanos) {
    long rate = steps.get(0).bitsPerSecond();
    for (Step step : steps) {
      rate = step.at().toNanos() <= nanos ? step.bitsPerSecond() : rate;
    }
    return rate;
  }

  /** The largest difference in nanoseconds. */
  long worstNanos() {
    return worst;
  }
}
