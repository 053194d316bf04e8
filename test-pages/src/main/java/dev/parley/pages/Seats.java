package dev.parley.pages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The seats of one call, by participant's name. */
final class Seats {
  private final String callId;
  private final boolean lobby;
  private final Map<String, Seat> byName = new LinkedHashMap<>();

  Seats(String callId, List<String> participants, boolean lobby) {
    this.callId = callId;
    this.lobby = lobby;
    for (String name : participants) {
      if (name.isEmpty() || byName.put(name, new Seat(name, lobby)) != null) {
        throw new IllegalArgumentException(
            "Participants need names of their own, found " + participants);
      }
    }
  }

  Set<String> names() {
    return byName.keySet();
  }

  Collection<Seat> all() {
    return byName.values();
  }

  @Nullable Seat find(String participant) {
    return byName.get(participant);
  }

  Seat known(String participant) {
    Seat seat = byName.get(participant);
    if (seat == null) {
      throw new IllegalArgumentException(
          "No participant '" + participant + "' in call " + callId + ", which has " + names());
    }
    return seat;
  }

  /** The named seat; in a lobby the first that is free, or a taken one where none is. */
  @Nullable Seat forNewcomer(@Nullable String participant) {
    if (!lobby) {
      return participant == null ? null : byName.get(participant);
    }
    Seat last = null;
    for (Seat seat : all()) {
      last = seat;
      if (seat.free()) {
        return seat;
      }
    }
    return last;
  }

  /** In a lobby, tells everybody which seats are taken. */
  void tellWhoIsThere() {
    if (!lobby) {
      return;
    }
    ObjectNode message = PageSocket.message("seats");
    ArrayNode taken = message.putArray("taken");
    all().stream().filter(seat -> !seat.free()).forEach(seat -> taken.add(seat.name()));
    for (Seat seat : all()) {
      PageSocket socket = seat.socket();
      if (socket != null) {
        socket.send(message);
      }
    }
  }
}
