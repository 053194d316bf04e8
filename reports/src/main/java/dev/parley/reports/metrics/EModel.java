package dev.parley.reports.metrics;

/**
 * Speech quality from delay and loss by the simplified E-model (ITU-T G.107).
 *
 * @param impairment Ie, what the codec alone takes away
 * @param robustness Bpl, how well it bears packet loss; above 0
 * @param burstRatio BurstR, 1 where losses are independent
 * @param codecDelayMs framing and look-ahead of the codec in ms
 */
public record EModel(double impairment, double robustness, double burstRatio, double codecDelayMs) {

  /** Opus with 20 ms frames: 6.5 ms of look-ahead (RFC 6716) make 26.5 ms. */
  public static final EModel OPUS = new EModel(0, 10, 1, 26.5);

  public EModel {
    if (impairment < 0 || robustness <= 0 || burstRatio < 1 || codecDelayMs < 0) {
      throw new IllegalArgumentException(
          "found Ie "
              + impairment
              + ", Bpl "
              + robustness
              + ", BurstR "
              + burstRatio
              + ", delay "
              + codecDelayMs
              + "; expected Ie >= 0, Bpl > 0, BurstR >= 1, delay >= 0");
    }
  }

  /**
   * The transmission rating R, 0..100.
   *
   * @param delayMs one-way mouth-to-ear delay in ms
   * @param lossPercent packet loss in percent
   */
  public double rating(double delayMs, double lossPercent) {
    double delay = Math.max(0, delayMs);
    double loss = Math.min(100, Math.max(0, lossPercent));
    double byDelay = 0.024 * delay + (delay > 177.3 ? 0.11 * (delay - 177.3) : 0);
    double byLoss = impairment + (95 - impairment) * loss / (loss / burstRatio + robustness);
    return Math.min(100, Math.max(0, 93.2 - byDelay - byLoss));
  }

  /** The mean opinion score, 1..4.5, of a rating R. */
  public static double mos(double rating) {
    if (rating <= 0) {
      return 1;
    }
    if (rating >= 100) {
      return 4.5;
    }
    return 1 + 0.035 * rating + 7e-6 * rating * (rating - 60) * (100 - rating);
  }

  /**
   * The mean opinion score, 1..4.5, of a measured stream.
   *
   * @param transportMs network and jitter buffer, one way, in ms; the codec's delay comes on top
   * @param lossRatio packet loss and concealment, 0..1
   */
  public Measured mos(Measured transportMs, Measured lossRatio) {
    Measured loss = lossRatio.plus(transportMs.times(0));
    return loss.map(ratio -> mos(rating(transportMs.orElse(0) + codecDelayMs, 100 * ratio)));
  }
}
