package dev.parley.reports.view;

import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.LoggedEvent;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers one attempt's events. */
final class AttemptBuilder {
  private final AttemptKey key;
  private final double startMs;
  private final Instant startWall;
  private final Map<String, ParticipantBuilder> participants = new LinkedHashMap<>();
  private final EventsByType events = new EventsByType();
  private final List<LoggedEvent> unknown = new ArrayList<>();
  private double endMs;
  private int logLinesLeftOut;

  AttemptBuilder(AttemptKey key, LoggedEvent first, List<PlannedParticipant> planned) {
    this.key = key;
    this.startMs = first.runMs();
    this.startWall = first.wall();
    this.endMs = first.runMs();
    planned.forEach(
        participant ->
            participants.put(
                participant.name(), new ParticipantBuilder(participant.name(), participant)));
  }

  void add(LoggedEvent logged) {
    RunEvent event = logged.event();
    endMs = Math.max(endMs, logged.runMs());
    if (event instanceof RunEvent.OfParticipant of) {
      participants
          .computeIfAbsent(of.participant(), name -> new ParticipantBuilder(name, null))
          .add(logged.runMs(), of);
    } else if (event instanceof RunEvent.Unknown) {
      unknown.add(logged);
    } else if (event instanceof RunEvent.LogLine
        && events.count(RunEvent.LogLine.class) >= AttemptView.MOST_LOG_LINES) {
      logLinesLeftOut++;
    } else {
      events.add(logged.runMs(), event);
    }
  }

  void addHostHealth(double runMs, RunEvent.HostHealth health) {
    events.add(runMs, health);
  }

  AttemptView build() {
    RunEvent.AttemptEnd end = events.last(RunEvent.AttemptEnd.class);
    return new AttemptView(
        key,
        startMs,
        startWall,
        endMs,
        end != null,
        end == null ? Outcome.ERRORED : end.outcome(),
        end == null ? "the attempt has no end in the log" : end.reason(),
        end == null ? null : end.seconds(),
        end == null ? null : end.expected(),
        participants.values().stream().map(ParticipantBuilder::build).toList(),
        events.timed(RunEvent.Step.class),
        events.last(RunEvent.Window.class),
        events.all(RunEvent.Window.class),
        events.last(RunEvent.NetworkProof.class),
        events.all(RunEvent.Check.class),
        events.timed(RunEvent.Fault.class),
        events.timed(RunEvent.Note.class),
        events.timed(RunEvent.LogLine.class),
        logLinesLeftOut,
        events.all(RunEvent.Artefact.class),
        events.timed(RunEvent.HostHealth.class),
        List.copyOf(unknown));
  }
}
