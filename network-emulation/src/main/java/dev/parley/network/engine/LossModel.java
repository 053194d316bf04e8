package dev.parley.network.engine;

import dev.parley.network.model.Loss;
import java.util.BitSet;

/** Decides which packets are lost; asked once for every packet that arrives, in order. */
interface LossModel {
  boolean takes(long number);

  /**
   * The model of this loss.
   *
   * @param first the number of the first packet that it judges: lists and periods count from it
   */
  static LossModel of(Loss loss, RandomStream random, long first) {
    if (loss instanceof Loss.Independent independent) {
      return number -> random.of(number).unit() < independent.rate();
    }
    if (loss instanceof Loss.GilbertElliott model) {
      return new TwoStates(model, random, first);
    }
    if (loss instanceof Loss.Periodic model) {
      return number -> {
        long after = number - first - model.offset();
        return after >= 0 && after % model.every() < model.burst();
      };
    }
    if (loss instanceof Loss.Explicit list) {
      return listed(list, first);
    }
    return number -> false;
  }

  private static LossModel listed(Loss.Explicit list, long first) {
    BitSet lost = new BitSet();
    list.lost().forEach(lost::set);
    return number -> {
      long index = list.length() > 0 ? (number - first) % list.length() : number - first;
      return index < lost.length() && lost.get((int) index);
    };
  }

  /** Gilbert and Elliott's chain; it begins in a state drawn from its long-run shares. */
  final class TwoStates implements LossModel {
    private final Loss.GilbertElliott model;
    private final RandomStream random;
    private boolean bad;

    TwoStates(Loss.GilbertElliott model, RandomStream random, long first) {
      this.model = model;
      this.random = random;
      double changes = model.goodToBad() + model.badToGood();
      this.bad = random.of(-1 - first).unit() < model.goodToBad() / changes;
    }

    @Override
    public boolean takes(long number) {
      random.of(number);
      boolean lost = random.unit() < (bad ? model.lossInBad() : model.lossInGood());
      boolean changes = random.unit() < (bad ? model.badToGood() : model.goodToBad());
      bad ^= changes;
      return lost;
    }
  }
}
