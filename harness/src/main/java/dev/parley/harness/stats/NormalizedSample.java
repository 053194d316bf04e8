package dev.parley.harness.stats;

import dev.parley.reports.model.Reading;
import java.util.List;

/**
 * One sample, normalised: each metric over the interval since the sample before.
 *
 * @param pc the peer connection's id within the page
 * @param number the sample's number, from 1
 * @param pageMs the page's clock when it was taken
 * @param missedBefore how many samples were due since the one before and did not arrive
 * @param readings every metric of every stream; absent ones say why
 * @param transports the transports that are new or changed since the sample before
 */
public record NormalizedSample(
    String pc,
    long number,
    double pageMs,
    long missedBefore,
    List<Reading> readings,
    List<TransportSnapshot> transports) {
  public NormalizedSample {
    readings = List.copyOf(readings);
    transports = List.copyOf(transports);
  }
}
