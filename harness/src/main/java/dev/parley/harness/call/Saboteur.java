package dev.parley.harness.call;

import dev.parley.harness.config.Sabotage;
import dev.parley.harness.network.CallNetwork;
import dev.parley.reports.model.RunEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts faults into a call on purpose; says so in the log, so that nobody takes them for real. */
final class Saboteur {
  private final List<Sabotage> faults;
  private final List<LiveParticipant> participants;
  private final CallTools tools;

  Saboteur(List<Sabotage> faults, List<LiveParticipant> participants, CallTools tools) {
    this.faults = faults;
    this.participants = participants;
    this.tools = tools;
  }

  /** What a participant's RTCPeerConnection is to be configured with. */
  Map<String, Object> configuration(LiveParticipant participant) {
    Sabotage none = new Sabotage(Sabotage.Fault.NO_CANDIDATES, participant.name());
    if (!faults.contains(none)) {
      return Map.of();
    }
    say(participant.name(), none);
    return Map.of("iceTransportPolicy", "relay");
  }

  void beforeWindow() {
    for (Sabotage sabotage : faults) {
      switch (sabotage.fault()) {
        case DISABLE_VIDEO -> put(sabotage, victim -> victim.enable("video", false));
        case DISABLE_AUDIO -> put(sabotage, victim -> victim.enable("audio", false));
        case MUTE_NETWORK ->
            tools.network().ifPresent(network -> put(sabotage, victim -> victim.link().cut()));
        case NO_CANDIDATES, KILL_BROWSER, CLOSE_RELAY -> {}
      }
    }
  }

  void midWindow() {
    for (Sabotage sabotage : faults) {
      switch (sabotage.fault()) {
        case KILL_BROWSER -> put(sabotage, LiveParticipant::crash);
        case CLOSE_RELAY -> tools.network().ifPresent(network -> closeRelay(sabotage, network));
        case DISABLE_VIDEO, DISABLE_AUDIO, NO_CANDIDATES, MUTE_NETWORK -> {}
      }
    }
  }

  private void closeRelay(Sabotage sabotage, CallNetwork network) {
    say(null, sabotage);
    network.relay().sabotage();
  }

  /** A participant of other cells alone is not in this call, and nothing is done here. */
  private void put(Sabotage sabotage, Consumer<LiveParticipant> fault) {
    participants.stream()
        .filter(participant -> participant.name().equals(sabotage.participant()))
        .forEach(
            victim -> {
              say(victim.name(), sabotage);
              fault.accept(victim);
            });
  }

  private void say(@Nullable String participant, Sabotage sabotage) {
    tools.log().append(new RunEvent.Note(participant, "sabotage asked for: " + sabotage));
  }
}
