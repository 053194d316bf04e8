package dev.parley.harness.call;

import dev.parley.harness.config.Sabotage;
import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Map;

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
    for (Sabotage sabotage : faults) {
      if (sabotage.fault() == Sabotage.Fault.NO_CANDIDATES
          && victim(sabotage).equals(participant)) {
        return Map.of("iceTransportPolicy", "relay");
      }
    }
    return Map.of();
  }

  void beforeWindow() {
    for (Sabotage sabotage : faults) {
      switch (sabotage.fault()) {
        case DISABLE_VIDEO -> victim(sabotage).enable("video", false);
        case DISABLE_AUDIO -> victim(sabotage).enable("audio", false);
        case NO_CANDIDATES, KILL_BROWSER -> {}
      }
    }
  }

  void midWindow() {
    for (Sabotage sabotage : faults) {
      if (sabotage.fault() == Sabotage.Fault.KILL_BROWSER) {
        victim(sabotage).crash();
      }
    }
  }

  private LiveParticipant victim(Sabotage sabotage) {
    log.append(new RunEvent.Note(sabotage.participant(), "sabotage asked for: " + sabotage));
    return participants.stream()
        .filter(participant -> participant.name().equals(sabotage.participant()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no participant " + sabotage.participant()));
  }
}
