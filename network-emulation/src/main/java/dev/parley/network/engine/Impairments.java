package dev.parley.network.engine;

import dev.parley.network.model.Direction;
import dev.parley.network.model.Jitter;
import dev.parley.network.model.Loss;
import dev.parley.network.model.Reorder;

/** One direction's random streams, one for each impairment, and what they say of a packet. */
final class Impairments {
  private final RandomStream loss;
  private final RandomStream jitter;
  private final RandomStream duplicate;
  private final RandomStream reorder;
  private final RandomStream corrupt;

  Impairments(long seed, String name, Direction direction) {
    this.loss = new RandomStream(seed, name, direction, "loss");
    this.jitter = new RandomStream(seed, name, direction, "jitter");
    this.duplicate = new RandomStream(seed, name, direction, "duplicate");
    this.reorder = new RandomStream(seed, name, direction, "reorder");
    this.corrupt = new RandomStream(seed, name, direction, "corrupt");
  }

  LossModel loss(Loss model, long first) {
    return LossModel.of(model, loss, first);
  }

  long jitter(long number, Jitter model) {
    return JitterModel.nanos(model, jitter.of(number));
  }

  boolean duplicates(long number, double share) {
    return share > 0 && duplicate.of(number).unit() < share;
  }

  long heldBack(long number, Reorder model) {
    boolean held = model.share() > 0 && reorder.of(number).unit() < model.share();
    return held ? model.heldBack().toNanos() : 0;
  }

  /** The bit that is flipped; -1 for none. */
  long flippedBit(long number, double share, int bytes) {
    boolean flips = share > 0 && bytes > 0 && corrupt.of(number).unit() < share;
    return flips ? (long) (corrupt.unit() * bytes * 8) : -1;
  }
}
