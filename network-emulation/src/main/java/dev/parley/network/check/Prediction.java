package dev.parley.network.check;

import dev.parley.network.engine.AccessLink;
import dev.parley.network.engine.Links;
import dev.parley.network.engine.PacketSink;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;

/** What the engine does in virtual time to one direction's arrivals. */
final class Prediction implements AccessLink.Sinks<Boolean>, PacketSink<Boolean> {
  private final AccessLink<Boolean> link;
  private final Fates fates;

  private Prediction(NetworkProfile profile, long seed, int packets) {
    this.link = Links.create(profile, seed, profile.name());
    this.fates = new Fates(packets);
  }

  /**
   * Predicts.
   *
   * @param startNanos when the schedule was started
   * @param untilNanos what is due later has not come out
   */
  static Fates of(
      NetworkProfile profile,
      long seed,
      Direction direction,
      Arrivals arrivals,
      ProbePlan plan,
      long startNanos,
      long untilNanos) {
    int packets = plan.atNanos().size();
    Prediction prediction = new Prediction(profile, seed, packets);
    prediction.link.startSchedule(startNanos);
    for (int i = 0; i < packets; i++) {
      long at = arrivals.nanos(i);
      if (at != Fates.NEVER) {
        prediction.link.poll(at, prediction);
        prediction.link.enqueue(at, direction, true, plan.bytes());
      }
    }
    prediction.link.poll(untilNanos, prediction);
    return prediction.fates;
  }

  @Override
  public PacketSink<Boolean> of(Direction direction) {
    return this;
  }

  @Override
  public void changed(long atNanos, Direction direction, LinkProfile now, String why) {}

  @Override
  public void delivered(Passage<Boolean> passage, long dueNanos) {
    fates.out(passage.number(), dueNanos, passage.flippedBit() < 0);
  }

  @Override
  public void dropped(Passage<Boolean> passage, long atNanos, DropCause cause) {}
}
