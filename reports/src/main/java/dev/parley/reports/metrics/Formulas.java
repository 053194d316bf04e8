package dev.parley.reports.metrics;

/**
 * The metrics' formulas over counter changes, each with its unit.
 *
 * <p>Members are named as in W3C <i>Identifiers for WebRTC's Statistics API</i>.
 */
public final class Formulas {
  private Formulas() {}

  /** Bitrate in bit/s: eight times the change of bytes over the seconds. */
  public static Measured bitrate(Measured bytes, Measured seconds) {
    return bytes.times(8).per(seconds);
  }

  /**
   * Packet loss as a ratio of what was expected on one SSRC: lost / (lost + received −
   * retransmitted).
   *
   * <p>Retransmissions are received on top of what was expected; left in, they hide loss. More late
   * packets than lost ones leave no loss: the ratio is never below 0.
   *
   * @param lost the change of {@code packetsLost}, which may fall
   * @param received the growth of {@code packetsReceived}
   * @param retransmitted the growth of {@code retransmittedPacketsReceived}
   */
  public static Measured packetLoss(Measured lost, Measured received, Measured retransmitted) {
    Measured expected = lost.plus(received).minus(retransmitted);
    return lost.per(expected).map(ratio -> Math.max(0, ratio));
  }

  /** A mean per event, in the total's unit: a total's growth over the count's growth. */
  public static Measured mean(Measured total, Measured count) {
    return total.per(count);
  }

  /** Events per second in 1/s, as frames. */
  public static Measured rate(Measured count, Measured seconds) {
    return count.per(seconds);
  }

  /** Audible concealment as a ratio: concealed samples that were not silent, of all. */
  public static Measured audibleConcealment(Measured concealed, Measured silent, Measured all) {
    return concealed.minus(silent).per(all);
  }

  /** Time stretch as a ratio: samples inserted to slow down and removed to speed up, of all. */
  public static Measured timeStretch(Measured inserted, Measured removed, Measured all) {
    return inserted.plus(removed).per(all);
  }

  /** Audio level, 0..1: the root of energy over duration. */
  public static Measured audioLevel(Measured energy, Measured seconds) {
    return energy.per(seconds).map(Math::sqrt);
  }

  /**
   * Harmonic frame rate in 1/s: the sum of the gaps between frames over the sum of their squares.
   *
   * <p>Long gaps weigh in by their length, as they do on a viewer: 300 frames in 12 s, one gap of
   * which is 2 s, have a mean rate of 25 and a harmonic one of 2.8.
   */
  public static Measured harmonicFrameRate(Measured interFrameDelay, Measured squared) {
    return interFrameDelay.per(squared);
  }

  /** The picture's size in px: width times height. */
  public static Measured resolution(Measured width, Measured height) {
    return width.times(height);
  }
}
