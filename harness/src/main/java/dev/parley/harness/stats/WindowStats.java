package dev.parley.harness.stats;

import dev.parley.reports.model.Reading;
import java.util.List;

/** One peer connection's statistics over a window of its page's time. */
public final class WindowStats {
  private final double seconds;
  private final int used;
  private final long missing;

  private WindowStats(double seconds, int used, long missing) {
    this.seconds = seconds;
    this.used = used;
    this.missing = missing;
  }

  /**
   * The statistics between the first and the last sample of a window.
   *
   * @param samples samples of one peer connection, in order
   * @param fromPageMs the window's begin on the page's clock; a sample at it counts
   * @param toPageMs the window's end on the page's clock; a sample at it counts
   * @param capabilities what this browser reports; it learns from the samples
   */
  public static WindowStats between(
      List<RawSample> samples, double fromPageMs, double toPageMs, CapabilityMap capabilities) {
    return new WindowStats(0, 0, 0);
  }

  /** Every received RTP stream that was there in at least two samples. */
  public List<InboundFlow> inbound() {
    return List.of();
  }

  /** Every sent RTP stream that was there in at least two samples. */
  public List<OutboundFlow> outbound() {
    return List.of();
  }

  /**
   * Every metric over the window, both directions and the connection.
   *
   * @param senders the far side's sent streams in the same window, by which silence is told from
   *     standstill; empty where unknown
   */
  public List<Reading> figures(List<OutboundFlow> senders) {
    return List.of();
  }

  /** The transports at the window's end; one where everything is bundled. */
  public List<TransportSnapshot> transports() {
    return List.of();
  }

  /** Seconds between the first and the last sample, on the page's clock; 0 with fewer than two. */
  public double seconds() {
    return seconds;
  }

  /** How many samples lie in the window. */
  public int samplesUsed() {
    return used;
  }

  /** How many samples between the first and the last did not arrive. */
  public long samplesMissing() {
    return missing;
  }
}
