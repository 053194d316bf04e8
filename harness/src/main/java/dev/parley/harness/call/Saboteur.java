package dev.parley.harness.call;

import dev.parley.harness.config.Sabotage;
import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts faults into a call on purpose; says so in the log, so that nobody takes them for real. */
final class Saboteur {
  private final List<Sabotage> faults;
  private final List<LiveParticipant> participants;
  private final AttemptLog log;

  Saboteur(List<Sabotage> faults, List<LiveParticipant> participants, AttemptLog log) {
    this.faults = faults;
    this.participants = participants;
    this.log = log;
  }

  /** What a participant's RTCPeerConnection is to be configured with. */
  Map<String, Object> configuration(LiveParticipant participant) {
    Sabotage none = new Sabotage(Sabotage.Fault.NO_CANDIDATES, participant.name());
    if (!faults.contains(none)) {
      return Map.of();
    }
    log.append(new RunEvent.Note(participant.name(), "sabotage asked for: " + none));
    return Map.of("iceTransportPolicy", "relay");
  }

  void beforeWindow() {
    for (Sabotage sabotage : faults) {
      switch (sabotage.fault()) {
        case DISABLE_VIDEO -> put(sabotage, victim -> victim.enable("video", false));
        case DISABLE_AUDIO -> put(sabotage, victim -> victim.enable("audio", false));
        case NO_CANDIDATES, KILL_BROWSER -> {}
      }
    }
  }

  void midWindow() {
    for (Sabotage sabotage : faults) {
      if (sabotage.fault() == Sabotage.Fault.KILL_BROWSER) {
        put(sabotage, LiveParticipant::crash);
      }
    }
  }

  /** A participant of other cells alone is not in this call, and nothing is done here. */
  private void put(Sabotage sabotage, Consumer<LiveParticipant> fault) {
    participants.stream()
        .filter(participant -> participant.name().equals(sabotage.participant()))
        .forEach(
            victim -> {
              log.append(new RunEvent.Note(victim.name(), "sabotage asked for: " + sabotage));
              fault.accept(victim);
            });
  }
}
