package dev.parley.network.model;

import java.util.List;

/** Which packets are lost. */
public sealed interface Loss {
  /** None is. */
  Loss NONE = new None();

  /** The share that is lost in the long run, 0..1; for an explicit list, of what it covers. */
  double meanRate();

  /** None. */
  record None() implements Loss {
    @Override
    public double meanRate() {
      return 0;
    }
  }

  /**
   * Each packet by itself.
   *
   * @param rate 0..1
   */
  record Independent(double rate) implements Loss {
    public Independent {
      Bounds.share("loss rate", rate);
    }

    @Override
    public double meanRate() {
      return rate;
    }
  }

  /**
   * The model of Gilbert and Elliott: a good and a bad state, changed after each packet.
   *
   * @param goodToBad probability of going bad, 0..1
   * @param badToGood probability of going good, above 0 to 1
   * @param lossInGood loss in the good state, 0..1
   * @param lossInBad loss in the bad state, 0..1
   */
  record GilbertElliott(double goodToBad, double badToGood, double lossInGood, double lossInBad)
      implements Loss {
    public GilbertElliott {
      Bounds.share("probability of going bad", goodToBad);
      Bounds.within("probability of going good", badToGood, 1e-9, 1);
      Bounds.share("loss in the good state", lossInGood);
      Bounds.share("loss in the bad state", lossInBad);
    }

    /**
     * Gilbert's simple model with a mean loss rate and a mean burst length.
     *
     * @param meanRate 0 to below 1
     * @param meanBurst packets lost in a row, at least 1, and enough for the rate to be reached
     */
    public static GilbertElliott ofBursts(double meanRate, double meanBurst) {
      Bounds.within("mean loss rate", meanRate, 0, 0.999);
      Bounds.within("mean burst length", meanBurst, 1, 10_000);
      double badToGood = 1 / meanBurst;
      double goodToBad = meanRate * badToGood / (1 - meanRate);
      if (goodToBad > 1) {
        throw new InvalidProfileException(
            "found mean burst length %s at mean loss rate %s, expected at least %s"
                .formatted(meanBurst, meanRate, meanRate / (1 - meanRate)));
      }
      return new GilbertElliott(goodToBad, badToGood, 0, 1);
    }

    @Override
    public double meanRate() {
      double bad = goodToBad + badToGood == 0 ? 0 : goodToBad / (goodToBad + badToGood);
      return bad * lossInBad + (1 - bad) * lossInGood;
    }
  }

  /**
   * {@code burst} packets in a row out of every {@code every}, after the first {@code offset}.
   *
   * @param every at least 1
   * @param burst 0 to {@code every}
   * @param offset how many packets pass before the first burst
   */
  record Periodic(int every, int burst, int offset) implements Loss {
    public Periodic {
      Bounds.within("period in packets", every, 1, 100_000_000);
      Bounds.within("burst in packets", burst, 0, every);
      Bounds.within("offset in packets", offset, 0, 100_000_000);
    }

    @Override
    public double meanRate() {
      return (double) burst / every;
    }
  }

  /**
   * A recorded list: these packets, counted from 0, are lost.
   *
   * @param lost rising
   * @param length after which the list begins again; 0 where nothing is lost after its end
   */
  record Explicit(List<Integer> lost, int length) implements Loss {
    public Explicit {
      lost = List.copyOf(lost);
      int before = -1;
      for (int index : lost) {
        if (index <= before || (length > 0 && index >= length)) {
          throw new InvalidProfileException(
              "found lost packet %d after %d in a list of %d, expected rising numbers within it"
                  .formatted(index, before, length));
        }
        before = index;
      }
      Bounds.within("length of the list", length, 0, 100_000_000);
    }

    @Override
    public double meanRate() {
      int covered = length > 0 ? length : lost.isEmpty() ? 1 : lost.get(lost.size() - 1) + 1;
      return (double) lost.size() / covered;
    }
  }
}
