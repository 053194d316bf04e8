package dev.parley.harness.call;

import dev.parley.harness.Amount;
import dev.parley.harness.MeasuredWindow.LinkFlow;
import dev.parley.harness.MeasuredWindow.LinkInterval;
import dev.parley.harness.Participant;
import dev.parley.harness.network.CallNetwork;
import dev.parley.network.model.Direction;
import dev.parley.network.model.DropCause;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One direction of a link over a measured window. */
record LinkWindow(Participant participant, Direction direction, List<LinkInterval> intervals)
    implements LinkFlow {
  LinkWindow {
    intervals = List.copyOf(intervals);
  }

  /** Both directions of everybody's link between two moments of the run's clock. */
  static List<LinkFlow> of(
      CallNetwork network, List<LiveParticipant> participants, double fromMs, double toMs) {
    List<RunEvent.NetworkSample> samples = network.samples(fromMs, toMs);
    List<LinkFlow> links = new ArrayList<>();
    for (LiveParticipant participant : participants) {
      for (Direction direction : Direction.values()) {
        List<LinkInterval> intervals =
            samples.stream()
                .filter(sample -> sample.participant().equals(participant.name()))
                .filter(sample -> sample.direction().equals(direction.word()))
                .map(LinkWindow::interval)
                .toList();
        links.add(new LinkWindow(participant, direction, intervals));
      }
    }
    return links;
  }

  private static LinkInterval interval(RunEvent.NetworkSample sample) {
    long noRoom =
        sample.dropped().getOrDefault(DropCause.QUEUE.word(), 0L)
            + sample.dropped().getOrDefault(DropCause.CODEL.word(), 0L);
    return new LinkInterval(
        sample.fromMs(),
        sample.toMs(),
        new Amount(sample.bitsPerSecond(), "bit/s"),
        amount(sample.offeredBytes(), "bytes"),
        amount(sample.deliveredBytes(), "bytes"),
        amount(noRoom, "packets"),
        new Amount(inSeconds(sample.queueMs()), "s"));
  }

  private static Amount amount(long count, String unit) {
    return Amount.of((double) count, unit);
  }

  private static @Nullable Double inSeconds(@Nullable Double millis) {
    return millis == null ? null : millis / 1000;
  }
}
