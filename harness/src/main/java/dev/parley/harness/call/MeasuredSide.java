package dev.parley.harness.call;

import static dev.parley.reports.model.MetricCatalogue.APPLIED_LOSS;

import dev.parley.harness.MeasuredWindow.Picture;
import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.stats.ClockMap;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.harness.stats.OutboundFlow;
import dev.parley.harness.stats.WindowStats;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One participant's statistics over a window, all its connections together.
 *
 * @param fromMs the window's start on the run's clock
 * @param toMs the window's end on the run's clock
 * @param askedFrameRate frames a second asked of its source; 0 without a picture
 * @param connections its connections' statistics; empty where no clock or sample was had
 * @param losses what was seen lost and what was applied, by SSRC; empty without emulated links
 * @param health how late its page's timers were within the window
 */
record MeasuredSide(
    LiveParticipant participant,
    double fromMs,
    double toMs,
    double askedFrameRate,
    List<MeasuredConnection> connections,
    Map<Long, LossComparison> losses,
    List<RunEvent.PageHealth> health) {

  /** Cuts the window out of what a page reported; to be called with the board held. */
  static MeasuredSide of(
      LiveParticipant participant,
      double from,
      double to,
      double frameRate,
      Optional<CallNetwork> network) {
    PageRecord record = participant.record();
    List<MeasuredConnection> connections = connections(record, from, to);
    List<RunEvent.PageHealth> health =
        record.health.stream()
            .filter(h -> h.time().runMs() >= from && h.time().runMs() <= to)
            .toList();
    return new MeasuredSide(
        participant, from, to, frameRate, connections, losses(connections, network), health);
  }

  private static List<MeasuredConnection> connections(PageRecord record, double from, double to) {
    ClockMap.Mapping mapping = record.mapping();
    List<MeasuredConnection> connections = new ArrayList<>();
    if (mapping != null) {
      double slack = mapping.errorMs();
      for (PeerConnectionRecord connection : record.connections.values()) {
        WindowStats stats =
            WindowStats.between(
                connection.samples,
                mapping.toPageMs(from) - slack,
                mapping.toPageMs(to) + slack,
                record.capabilities);
        connections.add(new MeasuredConnection(record.participant, connection.id, stats));
      }
    }
    return connections;
  }

  private static Map<Long, LossComparison> losses(
      List<MeasuredConnection> connections, Optional<CallNetwork> network) {
    Map<Long, LossComparison> losses = new LinkedHashMap<>();
    if (network.isPresent()) {
      for (MeasuredConnection connection : connections) {
        for (InboundFlow flow : connection.stats().inbound()) {
          Long ssrc = flow.track().ssrc();
          Optional<LossComparison> loss = connection.loss(network.get(), flow);
          if (ssrc != null && loss.isPresent()) {
            losses.put(ssrc, loss.get());
          }
        }
      }
    }
    return losses;
  }

  /** What was applied to each received stream, as a figure and beside what was seen. */
  void recordLosses(CallNetwork network, Consumer<RunEvent> log) {
    for (InboundFlow flow : inbound()) {
      LossComparison loss = losses.get(flow.track().ssrc());
      if (loss != null) {
        String name = participant.name();
        Reading applied = loss.applied().ratio().reading(APPLIED_LOSS, flow.track());
        log.accept(new RunEvent.Figure(name, applied));
        network.compared(loss.event(name, flow));
      }
    }
  }

  /** Whether it is this participant's. */
  boolean isOf(LiveParticipant other) {
    return participant.name().equals(other.name());
  }

  List<OutboundFlow> outbound() {
    return connections.stream().flatMap(each -> each.stats().outbound().stream()).toList();
  }

  List<InboundFlow> inbound() {
    return connections.stream().flatMap(each -> each.stats().inbound().stream()).toList();
  }

  List<Reading> figures(List<OutboundFlow> senders) {
    return connections.stream().flatMap(each -> each.stats().figures(senders).stream()).toList();
  }

  /** Whether at least two samples lie in the window, so that growth can be told at all. */
  boolean isSampled() {
    return connections.stream().anyMatch(each -> each.stats().samplesUsed() >= 2);
  }

  /** The path of one kind from one side to another, joined by SSRC where there are several. */
  static LiveFlow flow(String kind, MeasuredSide sender, MeasuredSide receiver, Picture picture) {
    List<OutboundFlow> sent =
        sender.outbound().stream().filter(flow -> isOf(kind, flow.track())).toList();
    List<InboundFlow> received =
        receiver.inbound().stream().filter(flow -> isOf(kind, flow.track())).toList();
    for (OutboundFlow out : sent) {
      for (InboundFlow in : received) {
        if (Objects.equals(out.track().ssrc(), in.track().ssrc())) {
          return new LiveFlow(
              sender.participant(),
              receiver.participant(),
              Optional.of(out),
              Optional.of(in),
              receiver.isSampled(),
              Optional.ofNullable(receiver.losses().get(in.track().ssrc())),
              picture);
        }
      }
    }
    return new LiveFlow(
        sender.participant(),
        receiver.participant(),
        sent.stream().findFirst(),
        Optional.empty(),
        receiver.isSampled(),
        Optional.empty(),
        picture);
  }

  private static boolean isOf(String kind, Track track) {
    return track.kind().equals(kind);
  }
}
