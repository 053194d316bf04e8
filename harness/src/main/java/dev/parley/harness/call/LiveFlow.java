package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.MeasuredWindow.AudioFlow;
import dev.parley.harness.MeasuredWindow.Picture;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.harness.stats.OutboundFlow;
import dev.parley.harness.stats.Stall;
import dev.parley.reports.metrics.Formulas;
import dev.parley.reports.metrics.Measured;
import java.util.Optional;
import java.util.function.Function;

/**
 * Media on its way from one participant to another, over a window.
 *
 * @param sender who sends
 * @param receiver who is to get it
 * @param sent the sender's stream, where there is one
 * @param received the receiver's stream, where there is one
 * @param receiverSampled whether the receiver's statistics were had at all: then a stream that they
 *     do not list is one that brought nothing
 * @param loss what was seen lost and what was applied; empty without emulated links
 * @param picture how the received picture looked
 */
record LiveFlow(
    Participant sender,
    Participant receiver,
    Optional<OutboundFlow> sent,
    Optional<InboundFlow> received,
    boolean receiverSampled,
    Optional<LossComparison> loss,
    Picture picture)
    implements VideoFlow, AudioFlow {

  @Override
  public Amount sourceFrames() {
    return sent.map(flow -> amount(flow.sourceFrames(), "frames"))
        .orElseGet(() -> Amount.absent("frames"));
  }

  @Override
  public Amount framesDecoded() {
    return atReceiver(InboundFlow::framesDecoded, "frames");
  }

  @Override
  public Amount energyReceived() {
    return atReceiver(InboundFlow::totalAudioEnergy, "energy");
  }

  @Override
  public Amount packetsReceived() {
    return atReceiver(InboundFlow::packetsReceived, "packets");
  }

  @Override
  public Amount bitrate() {
    return atReceiver(flow -> Formulas.bitrate(flow.bytesReceived(), flow.seconds()), "bit/s");
  }

  @Override
  public Amount packetLoss() {
    return ofStream(
        flow -> Stall.of(sent, flow) == Stall.STALLED ? Measured.UNDEFINED : flow.packetLoss(),
        "ratio");
  }

  @Override
  public Amount appliedLoss() {
    return loss.map(both -> amount(both.applied().ratio(), "ratio"))
        .orElseGet(() -> Amount.absent("ratio"));
  }

  @Override
  public Amount lossDifference() {
    return loss.map(both -> amount(both.difference(), "packets"))
        .orElseGet(() -> Amount.absent("packets"));
  }

  @Override
  public Amount lossTolerance() {
    return loss.map(both -> Amount.of(both.applied().tolerance(), "packets"))
        .orElseGet(() -> Amount.absent("packets"));
  }

  @Override
  public Amount freezeRatio() {
    return ofStream(InboundFlow::freezeRatio, "ratio");
  }

  @Override
  public Amount harmonicFrameRate() {
    return ofStream(InboundFlow::harmonicFrameRate, "1/s");
  }

  @Override
  public Amount audibleConcealment() {
    return ofStream(InboundFlow::audibleConcealment, "ratio");
  }

  /** A figure that a stream has and its absence has not. */
  private Amount ofStream(Function<InboundFlow, Measured> figure, String unit) {
    return received
        .map(flow -> amount(figure.apply(flow), unit))
        .orElseGet(() -> Amount.absent(unit));
  }

  private Amount atReceiver(Function<InboundFlow, Measured> figure, String unit) {
    if (received.isEmpty()) {
      return receiverSampled ? Amount.of(0, unit) : Amount.absent(unit);
    }
    return amount(figure.apply(received.get()), unit);
  }

  private static Amount amount(Measured measured, String unit) {
    return measured.isPresent() ? Amount.of(measured.orElse(0), unit) : Amount.absent(unit);
  }
}
