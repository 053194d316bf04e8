package dev.parley.reports.model;

import static dev.parley.reports.model.Better.HIGHER;
import static dev.parley.reports.model.Better.LOWER;
import static dev.parley.reports.model.Better.NEITHER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every metric that Parley knows, in the order in which reports show them. */
public final class MetricCatalogue {
  public static final Metric BITRATE_IN = of("bitrate-in", "Bitrate in", "bit/s", HIGHER);
  public static final Metric BITRATE_OUT = of("bitrate-out", "Bitrate out", "bit/s", HIGHER);
  public static final Metric PACKET_LOSS = of("packet-loss", "Packet loss", "ratio", LOWER);
  public static final Metric JITTER = of("jitter", "Jitter", "s", LOWER);
  public static final Metric ROUND_TRIP_TIME = of("round-trip-time", "Round-trip time", "s", LOWER);
  public static final Metric JITTER_BUFFER_DELAY =
      of("jitter-buffer-delay", "Jitter-buffer delay", "s", LOWER);
  public static final Metric AUDIBLE_CONCEALMENT =
      of("audible-concealment", "Audible concealment", "ratio", LOWER);
  public static final Metric TIME_STRETCH = of("time-stretch", "Time stretch", "ratio", LOWER);
  public static final Metric AUDIO_LEVEL = of("audio-level", "Audio level", "ratio", NEITHER);
  public static final Metric AUDIO_MOS = of("audio-mos", "Audio MOS (E-model)", "1", HIGHER);
  public static final Metric FRAME_RATE_IN = of("frame-rate-in", "Frame rate in", "1/s", HIGHER);
  public static final Metric FRAME_RATE_OUT = of("frame-rate-out", "Frame rate out", "1/s", HIGHER);
  public static final Metric FRAME_RATE_SOURCE =
      of("frame-rate-source", "Frame rate of the source", "1/s", NEITHER);
  public static final Metric HARMONIC_FRAME_RATE =
      of("harmonic-frame-rate", "Harmonic frame rate", "1/s", HIGHER);
  public static final Metric FREEZE_RATIO = of("freeze-ratio", "Freeze ratio", "ratio", LOWER);
  public static final Metric ENCODE_TIME = of("encode-time", "Encode time", "s", LOWER);
  public static final Metric DECODE_TIME = of("decode-time", "Decode time", "s", LOWER);
  public static final Metric QP = of("qp", "QP", "1", LOWER);
  public static final Metric LIMITED_BY_CPU =
      of("limited-by-cpu", "Limited by CPU", "ratio", LOWER);
  public static final Metric LIMITED_BY_BANDWIDTH =
      of("limited-by-bandwidth", "Limited by bandwidth", "ratio", LOWER);
  public static final Metric RESOLUTION_IN = of("resolution-in", "Resolution in", "px", HIGHER);
  public static final Metric RESOLUTION_OUT = of("resolution-out", "Resolution out", "px", HIGHER);
  public static final Metric TIME_TO_CONNECTED =
      of("time-to-connected", "Time to connected", "s", LOWER);
  public static final Metric TIME_TO_FIRST_PACKET =
      of("time-to-first-packet", "Time to first packet", "s", LOWER);
  public static final Metric TIME_TO_FIRST_FRAME =
      of("time-to-first-frame", "Time to first frame", "s", LOWER);
  public static final Metric TIME_TO_RECOVER = of("time-to-recover", "Time to recover", "s", LOWER);
  public static final Metric TIME_TO_NOTICE_CLOSE =
      of("time-to-notice-close", "Time to notice the close", "s", LOWER);
  public static final Metric MESSAGE_ROUND_TRIP =
      of("message-round-trip", "Data message round trip", "s", LOWER);
  public static final Metric APPLIED_LOSS =
      of("applied-loss", "Loss applied by the emulator", "ratio", NEITHER);
  public static final Metric CAPACITY_UTILISATION =
      of("capacity-utilisation", "Utilisation of capacity", "ratio", HIGHER);
  public static final Metric CAPACITY_OVERSHOOT =
      of("capacity-overshoot", "Overshoot of capacity", "ratio", LOWER);
  public static final Metric TIME_TO_RAMP_UP = of("time-to-ramp-up", "Time to ramp up", "s", LOWER);
  public static final Metric TIME_TO_BACK_OFF =
      of("time-to-back-off", "Time to back off", "s", LOWER);
  public static final Metric QUEUE_DELAY =
      of("queue-delay", "Queue delay at the bottleneck", "s", LOWER);
  public static final Metric DATA_THROUGHPUT =
      of("data-throughput", "Data throughput", "bit/s", HIGHER);

  private static final Map<String, Metric> BY_ID = byId();

  private MetricCatalogue() {}

  /** Every metric, in display order. */
  public static List<Metric> all() {
    return List.copyOf(BY_ID.values());
  }

  /** Finds a metric by its id; empty for an id that this version does not know. */
  public static Optional<Metric> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  private static Metric of(String id, String title, String unit, Better better) {
    return new Metric(id, title, unit, better);
  }

  private static Map<String, Metric> byId() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (Metric metric :
        List.of(
            TIME_TO_CONNECTED,
            TIME_TO_FIRST_PACKET,
            TIME_TO_FIRST_FRAME,
            TIME_TO_RECOVER,
            TIME_TO_NOTICE_CLOSE,
            MESSAGE_ROUND_TRIP,
            BITRATE_IN,
            BITRATE_OUT,
            PACKET_LOSS,
            JITTER,
            ROUND_TRIP_TIME,
            JITTER_BUFFER_DELAY,
            AUDIBLE_CONCEALMENT,
            TIME_STRETCH,
            AUDIO_LEVEL,
            AUDIO_MOS,
            FRAME_RATE_SOURCE,
            FRAME_RATE_OUT,
            FRAME_RATE_IN,
            HARMONIC_FRAME_RATE,
            FREEZE_RATIO,
            RESOLUTION_OUT,
            RESOLUTION_IN,
            ENCODE_TIME,
            DECODE_TIME,
            QP,
            LIMITED_BY_CPU,
            LIMITED_BY_BANDWIDTH,
            APPLIED_LOSS,
            CAPACITY_UTILISATION,
            CAPACITY_OVERSHOOT,
            TIME_TO_RAMP_UP,
            TIME_TO_BACK_OFF,
            QUEUE_DELAY,
            DATA_THROUGHPUT)) {
      metrics.put(metric.id(), metric);
    }
    return metrics;
  }
}
