package dev.parley.network.engine;

import dev.parley.network.model.Jitter;

/** Draws jitter; by StrictMath, so that every machine draws the same. */
final class JitterModel {
  private JitterModel() {}

  /** The jitter of a packet in nanoseconds, from the beginning of its sequence. */
  static long nanos(Jitter jitter, RandomStream random) {
    if (jitter instanceof Jitter.Uniform uniform) {
      return Math.round((2 * random.unit() - 1) * uniform.bound().toNanos());
    }
    if (jitter instanceof Jitter.TruncatedNormal normal) {
      return Math.round(truncatedNormal(normal.cut(), random) * normal.sigma().toNanos());
    }
    if (jitter instanceof Jitter.Pareto pareto) {
      return Math.round(pareto(pareto, random));
    }
    return 0;
  }

  /** Box and Muller's method, drawn again beyond the cut. */
  private static double truncatedNormal(double cut, RandomStream random) {
    while (true) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.unit()));
      double value = radius * StrictMath.cos(2 * Math.PI * random.unit());
      if (Math.abs(value) <= cut) {
        return value;
      }
    }
  }

  /** By the inverse of the distribution, of which only the part below the cut is used. */
  private static double pareto(Jitter.Pareto pareto, RandomStream random) {
    double scale = pareto.scale().toNanos();
    if (scale == 0) {
      return 0;
    }
    double beyond = StrictMath.pow(scale / (scale + pareto.most().toNanos()), pareto.shape());
    double survival = 1 - random.unit() * (1 - beyond);
    return scale * (StrictMath.pow(survival, -1 / pareto.shape()) - 1);
  }
}
