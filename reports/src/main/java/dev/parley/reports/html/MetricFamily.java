package dev.parley.reports.html;

import java.util.Set;

/** What a metric tells about; charts are grouped by it. */
enum MetricFamily {
  FLOW(
      "Rates and pictures",
      Set.of(
          "bitrate-in",
          "bitrate-out",
          "frame-rate-in",
          "frame-rate-out",
          "frame-rate-source",
          "harmonic-frame-rate",
          "freeze-ratio",
          "resolution-in",
          "resolution-out")),
  NETWORK("Network", Set.of("packet-loss", "jitter", "round-trip-time", "message-round-trip")),
  PLAYOUT(
      "Playout and sound",
      Set.of(
          "jitter-buffer-delay",
          "audible-concealment",
          "time-stretch",
          "audio-level",
          "audio-mos")),
  CODING(
      "Coding",
      Set.of("encode-time", "decode-time", "qp", "limited-by-cpu", "limited-by-bandwidth")),
  OTHER("More", Set.of());

  private final String title;
  private final Set<String> metrics;

  MetricFamily(String title, Set<String> metrics) {
    this.title = title;
    this.metrics = metrics;
  }

  String title() {
    return title;
  }

  static MetricFamily of(String metric) {
    for (MetricFamily family : values()) {
      if (family.metrics.contains(metric)) {
        return family;
      }
    }
    return OTHER;
  }
}
