package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkChange;
import dev.parley.network.model.LinkProfile;

/**
 * One participant's access link, or one that several share: an uplink, a downlink, and the schedule
 * of both. It has no clock and no thread; whoever drives it keeps calls apart.
 *
 * <p>Everything told to it (packets, changes, events, the schedule's start) takes effect at the
 * next poll, which is due at once, in the order of the times given. A time before one already told
 * or polled counts as that one.
 *
 * <p>Of one moment: what the bottleneck is done with leaves first, then what is due is delivered,
 * then packets arrive; but changes come before all of these. Where changes overlap, each field is
 * led by the last one that began and touches it: a ramp of that field ends there, its other fields
 * go on.
 *
 * <p>Loss, also after the bottleneck, is judged by what held when a packet came; delay and jitter
 * by what holds when it leaves the bottleneck. Periods and lists of a loss count all arrivals since
 * it took effect; a loss or a capacity equal to the one that holds goes on. Without reordering by
 * jitter no packet overtakes another, not even where the delay falls; one that is held back is
 * overtaken by design.
 *
 * @param <P> what a packet is to the caller
 */
public interface AccessLink<P> {

  /** No event is to come. */
  long NEVER = Long.MAX_VALUE;

  /** Why a change took effect: somebody asked for it. */
  String BY_HAND = "scenario";

  /** Why a change took effect: its time had come. */
  String BY_SCHEDULE = "schedule";

  /**
   * Starts the schedule; to be called once.
   *
   * <p>The time of the first capacity's steps or trace starts with it: until then its first step
   * holds, or the mean of its trace. A capacity that a change brings later has its time begin when
   * it takes effect.
   */
  void startSchedule(long nowNanos);

  /** Says an event's word, for changes that wait for it. */
  void event(long nowNanos, String word);

  /** Changes a direction now. */
  void change(long nowNanos, Direction direction, LinkChange change);

  /** What holds for a direction at this moment. */
  LinkProfile state(Direction direction);

  /**
   * The capacity of a direction in bit/s over the last second or, for a constant one, now; infinite
   * without a limit.
   */
  double bitsPerSecond(long nowNanos, Direction direction);

  /** How many packets a direction holds at this moment. */
  int held(Direction direction);

  /** Gives a packet to a direction. */
  void enqueue(long nowNanos, Direction direction, P packet, int bytes);

  /** When something is to be done next, {@link #NEVER} for nothing; never before the last poll. */
  long nextEventNanos();

  /** Does what is due: applies changes, delivers, drops; in the order of time. */
  void poll(long nowNanos, Sinks<P> sinks);

  /** Where packets of each direction go. */
  interface Sinks<P> {
    PacketSink<P> of(Direction direction);

    /**
     * A change took effect at this moment.
     *
     * @param why {@link #BY_SCHEDULE}, {@link #BY_HAND} or an event's word
     */
    void changed(long atNanos, Direction direction, LinkProfile now, String why);
  }
}
