package dev.parley.network.truth;

import dev.parley.network.model.FlowTruth;
import java.util.BitSet;

/**
 * One RTP stream's packets by their 16-bit sequence numbers. A number is past or yet to come by the
 * shorter way round from the highest that was handed over, as receivers see it (RFC 3550, A.1).
 */
final class Flow {
  private static final int NUMBERS = 1 << 16;
  private static final int HALF = 1 << 15;

  private final long ssrc;
  private final BitSet handedOver = new BitSet(NUMBERS);
  private final BitSet fallen = new BitSet(NUMBERS);
  private int highest = -1;
  private long sent;
  private long delivered;
  private long lost;
  private long dropped;

  Flow(long ssrc) {
    this.ssrc = ssrc;
  }

  void sent() {
    sent++;
  }

  void delivered(int sequence) {
    if (highest < 0) {
      begin(sequence);
    } else if (isLater(sequence)) {
      advanceTo(sequence);
    } else if (handedOver.get(sequence)) {
      return;
    } else if (fallen.get(sequence)) {
      lost--;
    }
    if (fallen.get(sequence)) {
      fallen.clear(sequence);
      dropped--;
    }
    handedOver.set(sequence);
    delivered++;
  }

  /** What was dropped before the first that was handed over, nobody can miss. */
  private void begin(int first) {
    for (int back = 1; back <= HALF; back++) {
      fallen.clear((first - back) & (NUMBERS - 1));
    }
    highest = first;
  }

  private void advanceTo(int sequence) {
    while (highest != sequence) {
      highest = (highest + 1) & (NUMBERS - 1);
      lost += highest != sequence && fallen.get(highest) ? 1 : 0;
      int yetToCome = (highest + HALF) & (NUMBERS - 1);
      handedOver.clear(yetToCome);
      fallen.clear(yetToCome);
    }
  }

  void dropped(int sequence) {
    boolean known = highest >= 0 && !isLater(sequence) && handedOver.get(sequence);
    if (known || fallen.get(sequence)) {
      return;
    }
    fallen.set(sequence);
    dropped++;
    lost += highest >= 0 && !isLater(sequence) ? 1 : 0;
  }

  private boolean isLater(int sequence) {
    int ahead = (sequence - highest) & (NUMBERS - 1);
    return ahead > 0 && ahead < HALF;
  }

  FlowTruth truth() {
    return new FlowTruth(ssrc, sent, delivered, lost, dropped);
  }
}
