package dev.parley.network.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who takes part in a call. */
final class Participants {
  private final String call;
  private final Map<String, Participant> byName = new LinkedHashMap<>();

  Participants(String call) {
    this.call = call;
  }

  void add(Participant participant) {
    byName.put(participant.name(), participant);
  }

  List<Participant> all() {
    return new ArrayList<>(byName.values());
  }

  /** The participant of this name. */
  Participant get(String name) {
    Participant found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "found participant '%s' in call %s, expected one of %s"
              .formatted(name, call, byName.keySet()));
    }
    return found;
  }

  /**
   * Who sends with this ufrag to a socket that was told as standing for a generation: a
   * participant, or the far end of that generation's peer connection; null if neither has it.
   */
  @Nullable Generation sender(Generation told, String ufrag) {
    if (!told.own()) {
      return told.connection().known(true, ufrag);
    }
    for (Participant one : byName.values()) {
      for (Connection connection : one.connections()) {
        Generation found = connection == told.connection() ? null : connection.known(true, ufrag);
        if (found != null) {
          return found;
        }
      }
    }
    return told.connection().known(false, ufrag);
  }
}
