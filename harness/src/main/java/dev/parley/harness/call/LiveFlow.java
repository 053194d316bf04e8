package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.MeasuredWindow.AudioFlow;
import dev.parley.harness.MeasuredWindow.Picture;
import dev.parley.harness.MeasuredWindow.VideoFlow;
import dev.parley.harness.Participant;
import dev.parley.harness.stats.InboundFlow;
import dev.parley.harness.stats.OutboundFlow;
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
 * @param picture how the received picture looked
 */
record LiveFlow(
    Participant sender,
    Participant receiver,
    Optional<OutboundFlow> sent,
    Optional<InboundFlow> received,
    boolean receiverSampled,
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
