package dev.parley.network.model;

import java.time.Duration;

/**
 * What is added to the propagation delay, drawn anew for each packet; a sum below zero counts as
 * zero delay.
 */
public sealed interface Jitter {
  /** No jitter. */
  Jitter NONE = new None();

  /** Whether a packet may arrive before one that left earlier. */
  boolean reordering();

  /** No jitter. */
  record None() implements Jitter {
    @Override
    public boolean reordering() {
      return false;
    }
  }

  /**
   * Every value between minus and plus the bound is as likely as any other.
   *
   * @param bound 0 to 60 s
   */
  record Uniform(Duration bound, boolean reordering) implements Jitter {
    public Uniform {
      Bounds.within("jitter bound", bound, Duration.ZERO, Duration.ofSeconds(60));
    }
  }

  /**
   * A normal distribution around zero, drawn again beyond {@code cut} standard deviations.
   *
   * @param sigma 0 to 20 s
   * @param cut 0.1 to 10, in standard deviations
   */
  record TruncatedNormal(Duration sigma, double cut, boolean reordering) implements Jitter {
    public TruncatedNormal {
      Bounds.within("jitter sigma", sigma, Duration.ZERO, Duration.ofSeconds(20));
      Bounds.within("jitter cut", cut, 0.1, 10);
    }

    /** Cut at three standard deviations, without reordering, as RFC 8868 has it. */
    public static TruncatedNormal of(Duration sigma) {
      return new TruncatedNormal(sigma, 3, false);
    }
  }

  /**
   * A Pareto distribution: mostly little, now and then much; never less than zero.
   *
   * @param scale the value from which the tail is counted (subtracted, so that the least is 0)
   * @param shape above 1 to 100; the smaller, the heavier the tail
   * @param most where it is cut, up to 60 s
   */
  record Pareto(Duration scale, double shape, Duration most, boolean reordering) implements Jitter {
    public Pareto {
      Bounds.within("jitter scale", scale, Duration.ZERO, Duration.ofSeconds(20));
      Bounds.within("jitter shape", shape, 1.0001, 100);
      Bounds.within("jitter most", most, Duration.ZERO, Duration.ofSeconds(60));
    }
  }
}
