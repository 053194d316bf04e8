package dev.parley.reports.html;

import dev.parley.reports.html.page.PropertyTable.Head;
import dev.parley.reports.view.ParticipantView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who takes part in an attempt, in order; the order gives each a colour and a marker. */
final class Cast {
  private final List<ParticipantView> participants;

  Cast(List<ParticipantView> participants) {
    this.participants = participants;
  }

  /** The participant's number, from 0; -1 for the harness and for whoever is unknown. */
  int colour(@Nullable String participant) {
    for (int i = 0; i < participants.size(); i++) {
      if (participants.get(i).name().equals(participant)) {
        return i;
      }
    }
    return -1;
  }

  /** As in {@code offerer (chrome)}; {@code harness} where there is none. */
  String label(@Nullable String participant) {
    int index = colour(participant);
    if (participant == null || index < 0) {
      return participant == null ? "harness" : participant;
    }
    String endpoint = endpoint(participants.get(index));
    return endpoint.isEmpty() ? participant : participant + " (" + endpoint + ")";
  }

  /** The column heads of a table with one column for each participant. */
  List<Head> heads() {
    return participants.stream()
        .map(one -> new Head(one.name(), endpoint(one), colour(one.name())))
        .toList();
  }

  /** The endpoint's alias; empty where neither the plan nor the page told it. */
  static String endpoint(ParticipantView participant) {
    if (participant.planned() != null) {
      return participant.planned().endpoint();
    }
    return participant.joined() == null ? "" : participant.joined().endpoint();
  }
}
