package dev.parley.scenarios;

import dev.parley.harness.Call;
import dev.parley.harness.EmulatedLink;
import dev.parley.harness.Participant;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import java.util.ArrayList;
import java.util.List;

/** What the links of a call were to do, to be put back later. */
record Impairment(List<Part> parts) {

  /** One direction of a link. */
  private record Part(EmulatedLink link, Direction direction, LinkChange change) {}

  /** Makes every link perfect, and keeps what it was. */
  static Impairment takenFrom(Call call) {
    List<Part> parts = new ArrayList<>();
    for (Participant participant : call.participants()) {
      for (Direction direction : Direction.values()) {
        EmulatedLink link = participant.link();
        parts.add(new Part(link, direction, LinkChange.to(link.state(direction))));
        link.change(direction, LinkChange.to(LinkProfile.IDEAL));
      }
    }
    return new Impairment(parts);
  }

  /** Puts it back. */
  void apply() {
    parts.forEach(part -> part.link.change(part.direction, part.change));
  }
}
