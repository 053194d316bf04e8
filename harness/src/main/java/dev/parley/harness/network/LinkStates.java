package dev.parley.harness.network;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.relay.RelayPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What held for each direction of a call's links, one state after another; thread-safe. */
final class LinkStates {

  private record Place(String participant, Direction direction) {}

  private final Map<Place, List<LinkProfile>> states = new HashMap<>();

  LinkStates(List<RelayPlan.Seat> seats) {
    for (RelayPlan.Seat seat : seats) {
      for (Direction direction : Direction.values()) {
        List<LinkProfile> first = new ArrayList<>(List.of(seat.network().link(direction)));
        states.put(new Place(seat.name(), direction), first);
      }
    }
  }

  synchronized void changed(String participant, Direction direction, LinkProfile now) {
    of(participant, direction).add(now);
  }

  /** The propagation delay in ms that held from begin to end; null where the link changed. */
  synchronized @Nullable Double delayMs(String participant, Direction direction) {
    LinkProfile link = unchanged(participant, direction);
    return link == null ? null : LinkWords.ms(link.delay());
  }

  /** What held from begin to end; null where it changed. */
  synchronized @Nullable LinkProfile unchanged(String participant, Direction direction) {
    List<LinkProfile> all = of(participant, direction);
    return all.stream().distinct().count() == 1 ? all.get(0) : null;
  }

  private List<LinkProfile> of(String participant, Direction direction) {
    return states.computeIfAbsent(new Place(participant, direction), place -> new ArrayList<>());
  }
}
