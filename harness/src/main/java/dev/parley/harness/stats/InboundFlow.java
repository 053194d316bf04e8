package dev.parley.harness.stats;

import dev.parley.reports.metrics.Formulas;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Track;
import java.util.List;
import java.util.Optional;

/**
 * One received RTP stream over a window: how its counters grew from the first sample to the last.
 */
public final class InboundFlow extends RtpFlow {
  private final int firstSeen;
  private final int lastSeen;

  InboundFlow(StatSeries rtp, Optional<Stat> codec, int firstSeen, int lastSeen) {
    super(rtp, codec);
    this.firstSeen = firstSeen;
    this.lastSeen = lastSeen;
  }

  /** In which of the window's samples it was first, counted from 0. */
  int firstSeen() {
    return firstSeen;
  }

  /** In which of the window's samples it was last, counted from 0. */
  int lastSeen() {
    return lastSeen;
  }

  /** Kind, mid and SSRC. */
  public Track track() {
    return new Track(last.kind(), "in", last.text("mid").orElse(null), last.ssrc(), null);
  }

  /** The receiver's track id. */
  public Optional<String> trackIdentifier() {
    return last.text("trackIdentifier");
  }

  /** Packets received, with those retransmitted. */
  public Measured packetsReceived() {
    return rtp.growth("packetsReceived");
  }

  /** Payload bytes received. */
  public Measured bytesReceived() {
    return rtp.growth("bytesReceived");
  }

  /** Packets lost by their own account; it may be negative, when lost ones came late. */
  public Measured packetsLost() {
    return rtp.change("packetsLost");
  }

  /** Packets that were expected: received for the first time, or lost. */
  public Measured packetsExpected() {
    return packetsLost().plus(packetsReceived()).minus(retransmittedPacketsReceived());
  }

  /**
   * Retransmitted packets received, which {@link #packetsReceived()} holds as well.
   *
   * <p>The member exists only where RTX is negotiated (W3C); where no RTX stream is named either,
   * retransmissions are not counted as received and this is 0.
   */
  public Measured retransmittedPacketsReceived() {
    String member = "retransmittedPacketsReceived";
    boolean counted = rtp.stats().stream().anyMatch(s -> s.has(member) || s.has("rtxSsrc"));
    return counted ? rtp.growth(member) : Measured.of(0);
  }

  /** Packet loss, a ratio: without what was retransmitted. */
  public Measured packetLoss() {
    return Formulas.packetLoss(packetsLost(), packetsReceived(), retransmittedPacketsReceived());
  }

  /** The mean jitter in s. */
  public Measured jitter() {
    return rtp.gauge("jitter");
  }

  /** The mean jitter-buffer delay in s. */
  public Measured jitterBufferDelay() {
    return Formulas.mean(rtp.growth("jitterBufferDelay"), rtp.growth("jitterBufferEmittedCount"));
  }

  /** Frames decoded. */
  public Measured framesDecoded() {
    return rtp.growth("framesDecoded");
  }

  /** The mean time to decode a frame in s. */
  public Measured decodeTime() {
    return Formulas.mean(rtp.growth("totalDecodeTime"), framesDecoded());
  }

  /** The mean quantisation parameter of decoded frames. */
  public Measured qp() {
    return Formulas.mean(rtp.growth("qpSum"), framesDecoded());
  }

  /** The harmonic frame rate in 1/s. */
  public Measured harmonicFrameRate() {
    return Formulas.harmonicFrameRate(
        rtp.growth("totalInterFrameDelay"), rtp.growth("totalSquaredInterFrameDelay"));
  }

  /** The freeze ratio, with a gap that is still open at the window's end. */
  public Measured freezeRatio() {
    return new FreezeWindow(rtp).ratio();
  }

  /** Energy of the sound that was played. */
  public Measured totalAudioEnergy() {
    return rtp.growth("totalAudioEnergy");
  }

  /** Audio samples received, with those made up to conceal. */
  public Measured totalSamplesReceived() {
    return rtp.growth("totalSamplesReceived");
  }

  /** Audio samples made up to conceal. */
  public Measured concealedSamples() {
    return rtp.growth("concealedSamples");
  }

  /** Audible concealment, a ratio. */
  public Measured audibleConcealment() {
    return Formulas.audibleConcealment(
        concealedSamples(), rtp.growth("silentConcealedSamples"), totalSamplesReceived());
  }

  /** Time stretch, a ratio. */
  public Measured timeStretch() {
    return Formulas.timeStretch(
        rtp.growth("insertedSamplesForDeceleration"),
        rtp.growth("removedSamplesForAcceleration"),
        totalSamplesReceived());
  }

  /** The audio level, 0..1. */
  public Measured audioLevel() {
    return Formulas.audioLevel(totalAudioEnergy(), rtp.growth("totalSamplesDuration"));
  }

  /** Whether Opus in-band FEC was negotiated for this stream. */
  boolean hasInBandFec() {
    return codec
        .flatMap(stat -> stat.text("sdpFmtpLine"))
        .filter(line -> List.of(line.split(";")).contains("useinbandfec=1"))
        .isPresent();
  }
}
