package dev.parley.harness;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;

/** A participant's emulated access link, to be changed while a call is on. */
public interface EmulatedLink {

  /** What it was asked to be, with its changes over time. */
  NetworkProfile profile();

  /** What holds for a direction at this moment. */
  LinkProfile state(Direction direction);

  /** Changes a direction now; packets already on the way keep what they were given. */
  void change(Direction direction, LinkChange change);

  /** Changes both directions alike. */
  default void change(LinkChange change) {
    for (Direction direction : Direction.values()) {
      change(direction, change);
    }
  }

  /** Cuts both directions: nothing that comes to the link passes any more. */
  default void cut() {
    change(LinkChange.outage(true));
  }

  /** Ends a cut of both directions. */
  default void heal() {
    change(LinkChange.outage(false));
  }

  /** Says an event's word, for changes of the profile's schedule that wait for it. */
  void event(String word);

  /**
   * When the schedule was started on the run's clock, in {@code ms}; absent before.
   *
   * <p>Times of a profile's changes, capacity steps and traces count from here.
   */
  Amount scheduleStarted();
}
