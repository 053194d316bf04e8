package dev.parley.reports.html;

/** What a metric tells about; charts are grouped by it. */
enum MetricFamily {
  FLOW("Rates and pictures"),
  NETWORK("Network"),
  PLAYOUT("Playout and sound"),
  CODING("Coding"),
  ADAPTATION("Adaptation"),
  OTHER("More");

  private final String title;

  MetricFamily(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static MetricFamily of(String metric) {
    return switch (metric) {
      case "bitrate-in",
          "bitrate-out",
          "frame-rate-in",
          "frame-rate-out",
          "frame-rate-source",
          "harmonic-frame-rate",
          "freeze-ratio",
          "resolution-in",
          "resolution-out",
          "data-throughput" ->
          FLOW;
      case "packet-loss",
          "applied-loss",
          "jitter",
          "round-trip-time",
          "queue-delay",
          "message-round-trip" ->
          NETWORK;
      case "capacity-utilisation", "capacity-overshoot", "time-to-ramp-up", "time-to-back-off" ->
          ADAPTATION;
      case "jitter-buffer-delay",
          "audible-concealment",
          "time-stretch",
          "audio-level",
          "audio-mos" ->
          PLAYOUT;
      case "encode-time", "decode-time", "qp", "limited-by-cpu", "limited-by-bandwidth" -> CODING;
      default -> OTHER;
    };
  }
}
