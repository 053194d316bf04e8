package dev.parley.harness.stats;

import dev.parley.reports.metrics.Measured;
import java.util.Optional;

/** What RTP streams of both directions tell alike. */
abstract sealed class RtpFlow permits InboundFlow, OutboundFlow {
  final StatSeries rtp;
  final Stat last;
  final Optional<Stat> codec;

  RtpFlow(StatSeries rtp, Optional<Stat> codec) {
    this.rtp = rtp;
    this.last = rtp.stats().get(rtp.stats().size() - 1);
    this.codec = codec;
  }

  /** The codec at the window's end, as {@code video/VP8}, by {@code codecId}. */
  public Optional<String> mimeType() {
    return codec.flatMap(stat -> stat.text("mimeType"));
  }

  /** Seconds between the first and the last sample, by the statistics' own timestamps. */
  public Measured seconds() {
    return rtp.seconds();
  }

  /** The mean picture size in px. */
  public Measured resolution() {
    return rtp.pictureSize();
  }

  /** The picture's width in px in the last sample. */
  public Measured frameWidth() {
    return rtp.value(last, "frameWidth");
  }

  /** The picture's height in px in the last sample. */
  public Measured frameHeight() {
    return rtp.value(last, "frameHeight");
  }

  /** Whether the stream is still there in a report. */
  boolean isIn(Report report) {
    return report.find(Optional.of(last.id())).filter(last::equals).isPresent();
  }

  /** How much a counter grew at the window's end, in the time within which media must go on. */
  Measured latestGrowth(String member) {
    return rtp.growthInLast(Stall.SECONDS, member);
  }

  /** Whether it was there in more than one sample. */
  boolean hasInterval() {
    return rtp.stats().size() > 1;
  }
}
