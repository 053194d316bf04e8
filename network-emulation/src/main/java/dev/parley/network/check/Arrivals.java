package dev.parley.network.check;

import dev.parley.network.model.PacketTruth;
import java.util.Arrays;

/** What the emulator itself says of a direction's packets; for several threads. */
final class Arrivals {
  private final long[] nanos;
  private final boolean[] departed;

  Arrivals(int packets) {
    nanos = new long[packets];
    departed = new boolean[packets];
    Arrays.fill(nanos, Fates.NEVER);
  }

  synchronized void hear(PacketTruth truth) {
    if (truth.number() < nanos.length) {
      nanos[(int) truth.number()] = truth.arrivalNanos();
      departed[(int) truth.number()] |= truth.dropped() == null;
    }
  }

  /** When a packet came to the emulator. */
  synchronized long nanos(int number) {
    return nanos[number];
  }

  int size() {
    return nanos.length;
  }

  /** How many of them have a fate. */
  synchronized int known() {
    return (int) Arrays.stream(nanos).filter(at -> at != Fates.NEVER).count();
  }

  /** How many have left the emulator but did not come to the receiver. */
  synchronized int lostAfter(Fates received) {
    int lost = 0;
    for (int i = 0; i < nanos.length; i++) {
      lost += departed[i] && received.exit(i) == Fates.NEVER ? 1 : 0;
    }
    return lost;
  }
}
