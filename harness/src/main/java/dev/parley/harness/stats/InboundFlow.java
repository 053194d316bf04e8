package dev.parley.harness.stats;

import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Track;
import java.util.Optional;

/** One received RTP stream over a window: how its counters grew, first to last sample. */
public interface InboundFlow {
  /** Kind, mid and SSRC. */
  Track track();

  /** The receiver's track id. */
  Optional<String> trackIdentifier();

  /** The codec at the window's end, as {@code video/VP8}, by {@code codecId}. */
  Optional<String> mimeType();

  /** Seconds between the first and the last sample, by the statistics' own clock. */
  Measured seconds();

  Measured packetsReceived();

  Measured bytesReceived();

  /** Frames decoded in the window. */
  Measured framesDecoded();

  /** Packet loss, a ratio: RTP retransmissions are left out of what was received. */
  Measured packetLoss();

  Measured totalAudioEnergy();

  Measured totalSamplesReceived();

  Measured concealedSamples();

  /** Audible concealment, a ratio. */
  Measured audibleConcealment();

  /** The freeze ratio, with a gap that is still open at the window's end. */
  Measured freezeRatio();

  /** The harmonic frame rate in 1/s. */
  Measured harmonicFrameRate();

  /** The mean jitter-buffer delay in s. */
  Measured jitterBufferDelay();
}
