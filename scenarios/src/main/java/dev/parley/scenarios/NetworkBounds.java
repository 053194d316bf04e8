package dev.parley.scenarios;

/**
 * The bounds of one path: those of its network's name, else by formula from what it does.
 *
 * @param bounds where numbers and factors are
 * @param network as the user names it, as in {@code loss-5} or {@code 3g@offerer}
 * @param path what its links come to
 */
record NetworkBounds(Bounds bounds, String network, PathFigures path) {
  private static final double MOST = 0.95;
  private static final double LEAST = 0.05;

  /** The longest time to set a connection up, in s. */
  double setUp() {
    String key = "impaired-call.set-up";
    return named(
        key,
        bounds.number(key + ".seconds")
            + bounds.number(key + ".round-trips") * path.roundTrip()
            + bounds.number(key + ".seconds-per-loss") * path.loss()
            + bounds.number(key + ".bits") / path.bitsPerSecond());
  }

  /** The most of the time that the picture may stand still, 0..1. */
  double freeze() {
    String key = "impaired-call.freeze";
    return named(key, Math.min(MOST, bounds.number(key + ".base") + impairment(key)));
  }

  /** The most of the sound that may be made up, 0..1. */
  double concealment() {
    String key = "impaired-call.concealment";
    return named(key, Math.min(MOST, bounds.number(key + ".base") + impairment(key)));
  }

  /** The least share of the source's frames, 0..1. */
  double frames() {
    String key = "impaired-call.frames";
    return named(key, Math.max(LEAST, bounds.number(key + ".base") - impairment(key)));
  }

  private double impairment(String key) {
    double shortage = Math.max(0, 1 - path.bitsPerSecond() / bounds.number("impaired-call.enough"));
    return bounds.number(key + ".per-loss") * path.loss()
        + bounds.number(key + ".per-round-trip") * path.roundTrip()
        + bounds.number(key + ".per-shortage") * shortage;
  }

  private double named(String key, double byFormula) {
    String name = network.split("[@,]", 2)[0];
    return bounds.has(key, name) ? bounds.number(key, name) : byFormula;
  }
}
