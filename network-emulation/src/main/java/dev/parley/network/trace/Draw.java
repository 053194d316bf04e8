package dev.parley.network.trace;

import java.util.Random;

/**
 * Random numbers that are the same on every machine: the generator of {@link Random}, whose
 * sequence its documentation fixes, and {@link StrictMath}.
 */
final class Draw {
  private final Random random;

  Draw(long seed) {
    random = new Random(seed);
  }

  /** From 0 to below 1. */
  double uniform() {
    return random.nextDouble();
  }

  /** From one value to below another. */
  double between(double least, double most) {
    return least + (most - least) * uniform();
  }

  /** Exponentially distributed. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** Normally distributed with mean 0 and deviation 1 (Box and Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }
}
