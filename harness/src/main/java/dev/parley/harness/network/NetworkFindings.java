package dev.parley.harness.network;

import dev.parley.harness.CallErrored;
import java.util.List;
import java.util.Optional;

/**
 * What a call's emulation says about the trust that a verdict over it deserves.
 *
 * @param faults why the emulation failed, whatever the call did
 * @param doubts why it may not have been what was asked for
 * @param selfTest why the relay's own datagrams did not come back; empty where all did
 * @param nothingArrived whether not a single packet was delivered to anybody
 */
public record NetworkFindings(
    List<CallErrored> faults,
    List<String> doubts,
    Optional<String> selfTest,
    boolean nothingArrived) {
  public NetworkFindings {
    faults = List.copyOf(faults);
    doubts = List.copyOf(doubts);
  }
}
