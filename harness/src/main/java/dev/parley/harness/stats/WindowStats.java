package dev.parley.harness.stats;

import static dev.parley.reports.model.MetricCatalogue.AUDIO_MOS;
import static dev.parley.reports.model.MetricCatalogue.FREEZE_RATIO;
import static dev.parley.reports.model.MetricCatalogue.PACKET_LOSS;
import static dev.parley.reports.model.MetricCatalogue.ROUND_TRIP_TIME;

import dev.parley.reports.metrics.EModel;
import dev.parley.reports.metrics.Measured;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.Reading.Absence;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One peer connection's statistics over a window of its page's time. */
public final class WindowStats {
  private final List<RawSample> samples;
  private final FlowReader reader;

  private WindowStats(List<RawSample> samples, CapabilityMap capabilities) {
    this.samples = List.copyOf(samples);
    List<Report> reports = samples.stream().map(sample -> new Report(sample.report())).toList();
    reports.forEach(capabilities::learn);
    this.reader = new FlowReader(reports, capabilities::overall);
  }

  /**
   * The statistics between the first and the last sample of a window.
   *
   * @param samples samples of one peer connection; those that came twice or late are left out
   * @param fromPageMs the window's begin on the page's clock; a sample at it counts
   * @param toPageMs the window's end on the page's clock; a sample at it counts
   * @param capabilities what this browser reports; it learns from the samples
   */
  public static WindowStats between(
      List<RawSample> samples, double fromPageMs, double toPageMs, CapabilityMap capabilities) {
    List<RawSample> inside = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (RawSample sample : samples) {
      if (sample.number() > last && sample.pageMs() >= fromPageMs && sample.pageMs() <= toPageMs) {
        inside.add(sample);
        last = sample.number();
      }
    }
    return new WindowStats(inside, capabilities);
  }

  /** Every received RTP stream that was there in at least two samples. */
  public List<InboundFlow> inbound() {
    return reader.inbound().stream().filter(InboundFlow::hasInterval).toList();
  }

  /** Every sent RTP stream that was there in at least two samples. */
  public List<OutboundFlow> outbound() {
    return reader.outbound().stream().filter(OutboundFlow::hasInterval).toList();
  }

  /** The connection's round-trip time in s, by the selected candidate pair. */
  public Measured roundTripTime() {
    return FlowReadings.roundTripTime(reader.selectedPair());
  }

  /**
   * Every metric over the window, both directions and the connection.
   *
   * @param senders the far sides' sent streams in the same window, by which a standstill is told
   *     from silence; empty where unknown
   */
  public List<Reading> figures(List<OutboundFlow> senders) {
    List<Reading> figures = new ArrayList<>();
    inbound().forEach(flow -> figures.addAll(received(flow, senders)));
    outbound().forEach(flow -> figures.addAll(FlowReadings.of(flow)));
    if (!figures.isEmpty()) {
      figures.add(roundTripTime().reading(ROUND_TRIP_TIME, Track.CONNECTION));
    }
    return figures;
  }

  /** The number of the sample in which a received stream of this window was first. */
  public long firstNumber(InboundFlow flow) {
    return samples.get(flow.firstSeen()).number();
  }

  /** The number of the sample in which a received stream of this window was last. */
  public long lastNumber(InboundFlow flow) {
    return samples.get(flow.lastSeen()).number();
  }

  /** The transports at the window's end; one where everything is bundled. */
  public List<TransportSnapshot> transports() {
    return reader.transports();
  }

  /** Seconds between the first and the last sample, on the page's clock; 0 with fewer than two. */
  public double seconds() {
    return samples.isEmpty() ? 0 : (end().pageMs() - samples.get(0).pageMs()) / 1000;
  }

  /** How many samples lie in the window. */
  public int samplesUsed() {
    return samples.size();
  }

  /** How many samples between the first and the last did not arrive. */
  public long samplesMissing() {
    return samples.isEmpty() ? 0 : end().number() - samples.get(0).number() + 1 - samples.size();
  }

  private RawSample end() {
    return samples.get(samples.size() - 1);
  }

  private List<Reading> received(InboundFlow flow, List<OutboundFlow> senders) {
    boolean stalled = Stall.of(senderOf(flow, senders), flow) == Stall.STALLED;
    Measured loss = stalled ? Measured.absent(Absence.STALLED) : flow.packetLoss();
    List<Reading> readings = new ArrayList<>(FlowReadings.of(flow));
    readings.add(loss.reading(PACKET_LOSS, flow.track()));
    if (flow.track().kind().equals("audio")) {
      readings.add(audioMos(flow, loss).reading(AUDIO_MOS, flow.track()));
    } else {
      readings.add(flow.freezeRatio().reading(FREEZE_RATIO, flow.track()));
    }
    return stalled ? readings.stream().map(Stall::mark).toList() : readings;
  }

  private static Optional<OutboundFlow> senderOf(InboundFlow flow, List<OutboundFlow> senders) {
    return senders.stream()
        .filter(sender -> sender.track().ssrc() != null)
        .filter(sender -> Objects.equals(sender.track().ssrc(), flow.track().ssrc()))
        .findFirst();
  }

  /**
   * Half the round trip and the jitter buffer are the delay, the worse of loss and concealment the
   * loss.
   */
  private Measured audioMos(InboundFlow flow, Measured loss) {
    if (!flow.mimeType().orElse("").equalsIgnoreCase("audio/opus")) {
      return Measured.UNDEFINED;
    }
    EModel model = flow.hasInBandFec() ? EModel.OPUS_FEC : EModel.OPUS;
    Measured delayMs = roundTripTime().times(0.5).plus(flow.jitterBufferDelay()).times(1000);
    return model.mos(delayMs, loss.max(flow.audibleConcealment()));
  }
}
