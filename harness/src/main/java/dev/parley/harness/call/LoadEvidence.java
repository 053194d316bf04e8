package dev.parley.harness.call;

import dev.parley.harness.stats.OutboundFlow;
import dev.parley.reports.model.RunEvent;
import java.util.List;

/**
 * What tells whether the machine could keep up while a call was measured.
 *
 * @param fromMs the start of the first window on the run's clock
 * @param toMs the end of the last window on the run's clock
 * @param askedFrameRate frames a second asked of every source; 0 without pictures
 * @param senders the sent streams of every participant and window
 * @param pages how late the pages' timers were within the windows
 */
public record LoadEvidence(
    double fromMs,
    double toMs,
    double askedFrameRate,
    List<OutboundFlow> senders,
    List<RunEvent.PageHealth> pages) {
  public LoadEvidence {
    senders = List.copyOf(senders);
    pages = List.copyOf(pages);
  }

  static LoadEvidence of(List<MeasuredSide> sides) {
    return new LoadEvidence(
        sides.stream().mapToDouble(MeasuredSide::fromMs).min().orElse(0),
        sides.stream().mapToDouble(MeasuredSide::toMs).max().orElse(0),
        sides.stream().mapToDouble(MeasuredSide::askedFrameRate).max().orElse(0),
        sides.stream().flatMap(side -> side.outbound().stream()).toList(),
        sides.stream().flatMap(side -> side.health().stream()).toList());
  }
}
