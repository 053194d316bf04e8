package dev.parley.harness.stats;

import dev.parley.reports.metrics.Formulas;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Track;
import java.util.Optional;
import java.util.stream.Stream;

/** One sent RTP stream over a window: how its counters grew from the first sample to the last. */
public final class OutboundFlow extends RtpFlow {
  private final StatSeries source;
  private final StatSeries remote;

  OutboundFlow(StatSeries rtp, StatSeries source, StatSeries remote, Optional<Stat> codec) {
    super(rtp, codec);
    this.source = source;
    this.remote = remote;
  }

  /** Kind, mid, SSRC and rid. */
  public Track track() {
    return new Track(
        last.kind(),
        "out",
        last.text("mid").orElse(null),
        last.ssrc(),
        last.text("rid").orElse(null));
  }

  /** Frames that the media source gave ({@code media-source.frames}). */
  public Measured sourceFrames() {
    return source.growth("frames");
  }

  /** Frames per second in 1/s that the media source gave. */
  public Measured sourceFrameRate() {
    return Formulas.rate(sourceFrames(), source.seconds());
  }

  /** Energy of the media source's sound ({@code media-source.totalAudioEnergy}). */
  public Measured sourceAudioEnergy() {
    return source.growth("totalAudioEnergy");
  }

  /** The audio level of the media source, 0..1. */
  public Measured sourceAudioLevel() {
    return Formulas.audioLevel(sourceAudioEnergy(), source.growth("totalSamplesDuration"));
  }

  /** Frames encoded. */
  public Measured framesEncoded() {
    return rtp.growth("framesEncoded");
  }

  /** Frames sent. */
  public Measured framesSent() {
    return rtp.growth("framesSent");
  }

  /** Packets sent, with those retransmitted. */
  public Measured packetsSent() {
    return rtp.growth("packetsSent");
  }

  /** Payload bytes sent. */
  public Measured bytesSent() {
    return rtp.growth("bytesSent");
  }

  /** The mean time to encode a frame in s. */
  public Measured encodeTime() {
    return Formulas.mean(rtp.growth("totalEncodeTime"), framesEncoded());
  }

  /** The mean quantisation parameter of encoded frames. */
  public Measured qp() {
    return Formulas.mean(rtp.growth("qpSum"), framesEncoded());
  }

  /** The mean round-trip time in s that the far end's RTCP reports gave. */
  public Measured roundTripTime() {
    return Formulas.mean(
        remote.growth("totalRoundTripTime"), remote.growth("roundTripTimeMeasurements"));
  }

  /** Share of the window in which the encoder was limited by the CPU, 0..1. */
  public Measured limitedByCpu() {
    return limitedBy("cpu");
  }

  /** Share of the window in which the encoder was limited by bandwidth, 0..1. */
  public Measured limitedByBandwidth() {
    return limitedBy("bandwidth");
  }

  /** The last {@code qualityLimitationReason}. */
  public Optional<String> qualityLimitationReason() {
    return last.text("qualityLimitationReason");
  }

  private Measured limitedBy(String reason) {
    Measured all =
        Stream.of("none", "cpu", "bandwidth", "other")
            .map(this::limitation)
            .reduce(Measured::plus)
            .orElse(Measured.UNDEFINED);
    return limitation(reason).per(all);
  }

  private Measured limitation(String reason) {
    return rtp.growth("qualityLimitationDurations." + reason);
  }
}
