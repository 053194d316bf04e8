package dev.parley.harness.stats;

import static dev.parley.reports.model.MetricCatalogue.ROUND_TRIP_TIME;

import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns one peer connection's raw samples into metrics, sample by sample.
 *
 * <p>Interval values stand between two consecutive samples of the same stats object (same id, same
 * SSRC), over its own timestamps. A sample that was asked for right after another one, between two
 * regular ones, ends no interval: over some milliseconds there is one frame or none, and a rate
 * says nothing; the next sample's interval goes back to the one before it. Stateful and not
 * thread-safe: one for each participant and peer connection, fed in order.
 */
public final class StatsNormalizer {
  /** The shortest sampling interval that a page takes. */
  private static final double SHORTEST_INTERVAL_MS = 100;

  private final CapabilityMap capabilities;
  private long lastNumber;
  private double intervalStartMs;
  private @Nullable Report intervalStart;
  private List<TransportSnapshot> lastTransports = List.of();

  /** A normaliser that has seen no sample yet and teaches this map. */
  public StatsNormalizer(CapabilityMap capabilities) {
    this.capabilities = capabilities;
  }

  /** Normalises the next sample; empty for one that came twice or after a later one. */
  public Optional<NormalizedSample> accept(RawSample sample) {
    if (sample.number() <= lastNumber) {
      return Optional.empty();
    }
    long missed = sample.number() - lastNumber - 1;
    Report report = new Report(sample.report());
    capabilities.learn(report);
    List<Reading> readings = List.of();
    if (intervalStart == null || sample.pageMs() - intervalStartMs >= SHORTEST_INTERVAL_MS) {
      readings = intervalStart == null ? List.of() : readings(intervalStart, report);
      intervalStart = report;
      intervalStartMs = sample.pageMs();
    }
    List<TransportSnapshot> transports = Transports.of(report);
    List<TransportSnapshot> changed = new ArrayList<>(transports);
    changed.removeAll(lastTransports);
    lastNumber = sample.number();
    lastTransports = transports;
    return Optional.of(
        new NormalizedSample(
            sample.pc(), sample.number(), sample.pageMs(), missed, readings, changed));
  }

  private List<Reading> readings(Report before, Report now) {
    FlowReader reader = new FlowReader(List.of(before, now), capabilities::soFar);
    List<Reading> readings = new ArrayList<>();
    reader.inbound().stream()
        .filter(flow -> flow.isIn(now))
        .forEach(flow -> readings.addAll(FlowReadings.of(flow)));
    reader.outbound().stream()
        .filter(flow -> flow.isIn(now))
        .forEach(flow -> readings.addAll(FlowReadings.of(flow)));
    if (!readings.isEmpty()) {
      readings.add(
          FlowReadings.roundTripTime(reader.selectedPair())
              .reading(ROUND_TRIP_TIME, Track.CONNECTION));
    }
    return readings;
  }
}
