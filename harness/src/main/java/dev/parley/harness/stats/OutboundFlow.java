package dev.parley.harness.stats;

import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Track;
import java.util.Optional;

/** One sent RTP stream over a window: how its counters grew, first to last sample. */
public interface OutboundFlow {
  /** Kind, mid, SSRC and rid. */
  Track track();

  /** The codec at the window's end, as {@code video/VP8}, by {@code codecId}. */
  Optional<String> mimeType();

  /** Seconds between the first and the last sample, by the statistics' own clock. */
  Measured seconds();

  /** Frames that the media source gave in the window ({@code media-source.frames}). */
  Measured sourceFrames();

  /** Energy of the media source in the window ({@code media-source.totalAudioEnergy}). */
  Measured sourceAudioEnergy();

  Measured framesEncoded();

  Measured framesSent();

  Measured packetsSent();

  Measured bytesSent();

  /** Share of the window in which the encoder was limited by the CPU. */
  Measured limitedByCpu();

  /** Share of the window in which the encoder was limited by bandwidth. */
  Measured limitedByBandwidth();

  /** The last {@code qualityLimitationReason}. */
  Optional<String> qualityLimitationReason();
}
