package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;

/**
 * One participant's access link, or one that several share: an uplink, a downlink, and the schedule
 * of both. It has no clock and no thread; whoever drives it keeps calls apart.
 *
 * @param <P> what a packet is to the caller
 */
public interface AccessLink<P> {

  /** No event is to come. */
  long NEVER = Long.MAX_VALUE;

  /** Starts the schedule; the link's own time, as of capacity steps and traces, starts with it. */
  void startSchedule(long nowNanos);

  /** Says an event's word, for changes that wait for it. */
  void event(long nowNanos, String word);

  /** Changes a direction now. */
  void change(long nowNanos, Direction direction, LinkChange change);

  /** What holds for a direction at this moment. */
  LinkProfile state(Direction direction);

  /** The capacity of a direction in bit/s over the last second or, for a constant one, now. */
  double bitsPerSecond(long nowNanos, Direction direction);

  /** Gives a packet to a direction; {@code nowNanos} never falls from call to call. */
  void enqueue(long nowNanos, Direction direction, P packet, int bytes);

  /** When something is to be done next, {@link #NEVER} for nothing; never before the last poll. */
  long nextEventNanos();

  /** Does what is due: applies changes, delivers, drops; in the order of time. */
  void poll(long nowNanos, Sinks<P> sinks);

  /** Where packets of each direction go. */
  interface Sinks<P> {
    PacketSink<P> of(Direction direction);

    /** A change took effect at this moment, by the schedule or by hand. */
    void changed(long atNanos, Direction direction, LinkProfile now);
  }
}
