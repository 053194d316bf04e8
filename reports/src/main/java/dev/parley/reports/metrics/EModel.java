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

  /** One 20 ms frame and 6.5 ms of look-ahead (RFC 6716, section 2). */
  private static final double OPUS_DELAY_MS = 26.5;

  /**
   * Opus without in-band FEC.
   *
   * <p>ITU-T G.113 tabulates no Ie for Opus on the narrowband scale. Ie is 0, for at the browsers'
   * default rates it is no worse than G.711, that scale's reference; Bpl is the value of the {@code
   * rtcscore} package. The score therefore orders calls and does not replace a listening test.
   */
  public static final EModel OPUS = new EModel(0, 10, 1, OPUS_DELAY_MS);

  /** Opus with in-band FEC ({@code useinbandfec=1}), which doubles Bpl in {@code rtcscore}. */
  public static final EModel OPUS_FEC = new EModel(0, 20, 1, OPUS_DELAY_MS);

  public EModel {
    if (!(impairment >= 0
        && impairment <= 95
        && robustness > 0
        && burstRatio >= 1
        && codecDelayMs >= 0)) {
      throw new IllegalArgumentException(
          "found Ie %s, Bpl %s, BurstR %s, delay %s ms; expected Ie 0 to 95, Bpl > 0, BurstR >= 1, delay >= 0"
              .formatted(impairment, robustness, burstRatio, codecDelayMs));
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

  /**
   * The mean opinion score, 1..4.5, of a rating R.
   *
   * <p>The polynomial dips below 1 for R under 6.5 and would rise again towards 0: it is held at 1.
   */
  public static double mos(double rating) {
    if (rating <= 0) {
      return 1;
    }
    if (rating >= 100) {
      return 4.5;
    }
    return Math.max(1, 1 + 0.035 * rating + 7e-6 * rating * (rating - 60) * (100 - rating));
  }

  /**
   * The mean opinion score, 1..4.5, of a measured stream.
   *
   * @param transportMs network and jitter buffer, one way, in ms; the codec's delay comes on top
   * @param lossRatio packet loss and concealment, 0..1
   */
  public Measured mos(Measured transportMs, Measured lossRatio) {
    return transportMs.combine(
        lossRatio, (delay, loss) -> mos(rating(delay + codecDelayMs, 100 * loss)));
  }
}
