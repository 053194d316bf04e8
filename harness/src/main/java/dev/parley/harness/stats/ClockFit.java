package dev.parley.harness.stats;

import dev.parley.harness.stats.ClockMap.Exchange;
import dev.parley.harness.stats.ClockMap.Mapping;
import java.util.Comparator;
import java.util.List;

/** Fits a page's clock to the run's. */
final class ClockFit {
  private ClockFit() {}

  static Mapping of(List<Exchange> exchanges, double resolutionMs) {
    Exchange best =
        exchanges.stream().min(Comparator.comparingDouble(Exchange::roundTripMs)).orElseThrow();
    return new Mapping(
        best.middleMs() - best.pageMs(),
        0,
        best.roundTripMs() / 2 + resolutionMs,
        exchanges.size());
  }
}
