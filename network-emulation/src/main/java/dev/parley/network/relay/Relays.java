package dev.parley.network.relay;

import dev.parley.network.engine.Links;
import dev.parley.network.realtime.PreciseTimer;
import dev.parley.network.realtime.UdpChannels;

/** Starts relays. */
public final class Relays {
  private Relays() {}

  /** A relay with two threads and no socket yet; one is enough for all calls of a run. */
  public static Relay start() {
    return new RunRelay(Links::create, UdpChannels::bind, PreciseTimer.create());
  }
}
