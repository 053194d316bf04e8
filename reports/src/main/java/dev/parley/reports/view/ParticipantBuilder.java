package dev.parley.reports.view;

import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import dev.parley.reports.model.RunEvent.Figure;
import dev.parley.reports.model.RunEvent.OfParticipant;
import dev.parley.reports.model.RunEvent.Sample;
import dev.parley.reports.model.RunEvent.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers one participant's events. */
final class ParticipantBuilder {
  private final String name;
  private final @Nullable PlannedParticipant planned;
  private final EventsByType events = new EventsByType();

  ParticipantBuilder(String name, @Nullable PlannedParticipant planned) {
    this.name = name;
    this.planned = planned;
  }

  void add(double runMs, OfParticipant event) {
    events.add(runMs, event);
  }

  ParticipantView build() {
    Map<String, Transport> transports = new LinkedHashMap<>();
    events.all(Transport.class).forEach(last -> transports.put(last.pc(), last));
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (Sample sample : events.all(Sample.class)) {
      samples.computeIfAbsent(sample.pc(), pc -> new ArrayList<>()).add(sample);
    }
    samples.replaceAll((pc, list) -> Collections.unmodifiableList(list));
    return new ParticipantView(
        name,
        planned,
        events.last(RunEvent.ParticipantJoined.class),
        events.timed(RunEvent.ClockMapped.class),
        events.all(RunEvent.Mark.class),
        events.all(RunEvent.Description.class),
        events.all(RunEvent.Candidate.class),
        Collections.unmodifiableMap(transports),
        Collections.unmodifiableMap(samples),
        events.all(RunEvent.SamplesLost.class),
        new NetworkBuilder(name, events).build(planned == null ? null : planned.network()),
        events.all(Figure.class).stream().map(Figure::reading).toList(),
        events.all(RunEvent.PageHealth.class));
  }
}
