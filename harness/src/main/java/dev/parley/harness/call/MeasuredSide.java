package dev.parley.harness.call;

import dev.parley.harness.MeasuredWindow.Picture;
import dev.parley.harness.stats.ClockMap;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.harness.stats.OutboundFlow;
import dev.parley.harness.stats.WindowStats;
import dev.parley.reports.model.Reading;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One participant's statistics over a window, all its connections together.
 *
 * @param fromMs the window's start on the run's clock
 * @param toMs the window's end on the run's clock
 * @param askedFrameRate frames a second asked of its source; 0 without a picture
 * @param connections its connections' statistics; empty where no clock or sample was had
 * @param health how late its page's timers were within the window
 */
record MeasuredSide(
    LiveParticipant participant,
    double fromMs,
    double toMs,
    double askedFrameRate,
    List<WindowStats> connections,
    List<RunEvent.PageHealth> health) {

  /** Cuts the window out of what a page reported; to be called with the board held. */
  static MeasuredSide of(LiveParticipant participant, double from, double to, double frameRate) {
    PageRecord record = participant.record();
    ClockMap.Mapping mapping = record.mapping();
    List<WindowStats> connections = new ArrayList<>();
    if (mapping != null) {
      double slack = mapping.errorMs();
      for (PeerConnectionRecord connection : record.connections.values()) {
        connections.add(
            WindowStats.between(
                connection.samples,
                mapping.toPageMs(from) - slack,
                mapping.toPageMs(to) + slack,
                record.capabilities));
      }
    }
    List<RunEvent.PageHealth> health =
        record.health.stream()
            .filter(h -> h.time().runMs() >= from && h.time().runMs() <= to)
            .toList();
    return new MeasuredSide(participant, from, to, frameRate, connections, health);
  }

  /** Whether it is this participant's. */
  boolean isOf(LiveParticipant other) {
    return participant.name().equals(other.name());
  }

  List<OutboundFlow> outbound() {
    return connections.stream().flatMap(stats -> stats.outbound().stream()).toList();
  }

  List<InboundFlow> inbound() {
    return connections.stream().flatMap(stats -> stats.inbound().stream()).toList();
  }

  List<Reading> figures(List<OutboundFlow> senders) {
    return connections.stream().flatMap(stats -> stats.figures(senders).stream()).toList();
  }

  /** Whether at least two samples lie in the window, so that growth can be told at all. */
  boolean isSampled() {
    return connections.stream().anyMatch(stats -> stats.samplesUsed() >= 2);
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
        picture);
  }

  private static boolean isOf(String kind, Track track) {
    return track.kind().equals(kind);
  }
}
