package dev.parley.harness.stats;

import static dev.parley.reports.model.MetricCatalogue.AUDIBLE_CONCEALMENT;
import static dev.parley.reports.model.MetricCatalogue.AUDIO_LEVEL;
import static dev.parley.reports.model.MetricCatalogue.BITRATE_IN;
import static dev.parley.reports.model.MetricCatalogue.BITRATE_OUT;
import static dev.parley.reports.model.MetricCatalogue.DECODE_TIME;
import static dev.parley.reports.model.MetricCatalogue.ENCODE_TIME;
import static dev.parley.reports.model.MetricCatalogue.FRAME_RATE_IN;
import static dev.parley.reports.model.MetricCatalogue.FRAME_RATE_OUT;
import static dev.parley.reports.model.MetricCatalogue.FRAME_RATE_SOURCE;
import static dev.parley.reports.model.MetricCatalogue.HARMONIC_FRAME_RATE;
import static dev.parley.reports.model.MetricCatalogue.JITTER;
import static dev.parley.reports.model.MetricCatalogue.JITTER_BUFFER_DELAY;
import static dev.parley.reports.model.MetricCatalogue.LIMITED_BY_BANDWIDTH;
import static dev.parley.reports.model.MetricCatalogue.LIMITED_BY_CPU;
import static dev.parley.reports.model.MetricCatalogue.QP;
import static dev.parley.reports.model.MetricCatalogue.RESOLUTION_IN;
import static dev.parley.reports.model.MetricCatalogue.RESOLUTION_OUT;
import static dev.parley.reports.model.MetricCatalogue.ROUND_TRIP_TIME;
import static dev.parley.reports.model.MetricCatalogue.TIME_STRETCH;

import dev.parley.reports.metrics.Formulas;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Metric;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a stream that have a meaning over an interval as well as over a window. */
final class FlowReadings {
  private FlowReadings() {}

  static List<Reading> of(InboundFlow flow) {
    Map<Metric, Measured> figures = new LinkedHashMap<>();
    figures.put(BITRATE_IN, Formulas.bitrate(flow.bytesReceived(), flow.seconds()));
    figures.put(JITTER, flow.jitter());
    figures.put(JITTER_BUFFER_DELAY, flow.jitterBufferDelay());
    if (flow.track().kind().equals("audio")) {
      figures.put(AUDIBLE_CONCEALMENT, flow.audibleConcealment());
      figures.put(TIME_STRETCH, flow.timeStretch());
      figures.put(AUDIO_LEVEL, flow.audioLevel());
    } else {
      figures.put(FRAME_RATE_IN, Formulas.rate(flow.framesDecoded(), flow.seconds()));
      figures.put(HARMONIC_FRAME_RATE, flow.harmonicFrameRate());
      figures.put(RESOLUTION_IN, flow.resolution());
      figures.put(DECODE_TIME, flow.decodeTime());
      figures.put(QP, flow.qp());
    }
    return readings(figures, flow.track());
  }

  static List<Reading> of(OutboundFlow flow) {
    Map<Metric, Measured> figures = new LinkedHashMap<>();
    figures.put(BITRATE_OUT, Formulas.bitrate(flow.bytesSent(), flow.seconds()));
    figures.put(ROUND_TRIP_TIME, flow.roundTripTime());
    if (flow.track().kind().equals("audio")) {
      figures.put(AUDIO_LEVEL, flow.sourceAudioLevel());
    } else {
      figures.put(FRAME_RATE_SOURCE, flow.sourceFrameRate());
      figures.put(FRAME_RATE_OUT, Formulas.rate(flow.framesSent(), flow.seconds()));
      figures.put(RESOLUTION_OUT, flow.resolution());
      figures.put(ENCODE_TIME, flow.encodeTime());
      figures.put(QP, flow.qp());
      figures.put(LIMITED_BY_CPU, flow.limitedByCpu());
      figures.put(LIMITED_BY_BANDWIDTH, flow.limitedByBandwidth());
    }
    return readings(figures, flow.track());
  }

  /** The connection's round-trip time, by the selected candidate pair's STUN responses. */
  static Measured roundTripTime(StatSeries selectedPair) {
    return Formulas.mean(
        selectedPair.growth("totalRoundTripTime"), selectedPair.growth("responsesReceived"));
  }

  private static List<Reading> readings(Map<Metric, Measured> figures, Track track) {
    return figures.entrySet().stream()
        .map(figure -> figure.getValue().reading(figure.getKey(), track))
        .toList();
  }
}
