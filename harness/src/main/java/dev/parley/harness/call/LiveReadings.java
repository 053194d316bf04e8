package dev.parley.harness.call;

import dev.parley.reports.model.Metric;
import dev.parley.reports.model.MetricCatalogue;
import dev.parley.reports.model.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Readings as the page for people shows them. */
final class LiveReadings {
  private LiveReadings() {}

  /** The page protocol's message of one participant's readings. */
  static Map<String, Object> message(String participant, List<Reading> readings) {
    return Map.of(
        "type",
        "live",
        "participant",
        participant,
        "readings",
        readings.stream().map(LiveReadings::row).toList());
  }

  private static Map<String, Object> row(Reading reading) {
    Optional<Metric> metric = MetricCatalogue.find(reading.metric());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("metric", metric.map(Metric::title).orElse(reading.metric()));
    row.put("track", reading.track().label());
    row.put("unit", metric.map(Metric::unit).orElse(""));
    if (reading.value() != null) {
      row.put("value", reading.value());
    }
    if (reading.absent() != null) {
      row.put("state", reading.absent().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return row;
  }
}
