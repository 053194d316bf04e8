package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.LossCompared;
import java.util.ArrayList;
import java.util.List;

/**
 * What the emulation of a cell came to, counted; small enough to keep of every cell.
 *
 * @param emulated cells in which a network was emulated
 * @param late cells in which the emulator was too late
 * @param agreeing streams whose loss was seen as it was applied
 * @param disagreeing streams whose loss was not
 * @param unreported streams whose loss the browser does not report
 */
public record NetworkTally(int emulated, int late, int agreeing, int disagreeing, int unreported) {
  /** Nothing. */
  public static final NetworkTally NONE = new NetworkTally(0, 0, 0, 0, 0);

  /** Counts a cell's last attempt. */
  public static NetworkTally of(CellView cell) {
    return cell.lastAttempt().map(NetworkTally::of).orElse(NONE);
  }

  private static NetworkTally of(AttemptView attempt) {
    List<LinkView> links = new ArrayList<>();
    List<LossCompared> losses = new ArrayList<>();
    for (ParticipantView participant : attempt.participants()) {
      links.addAll(participant.network().links());
      losses.addAll(participant.network().losses());
    }
    boolean late = links.stream().anyMatch(link -> link.lateness() == LinkView.Lateness.TOO_LATE);
    int unreported = (int) losses.stream().filter(loss -> loss.agrees() == null).count();
    int agreeing = (int) losses.stream().filter(loss -> Boolean.TRUE.equals(loss.agrees())).count();
    return new NetworkTally(
        links.isEmpty() ? 0 : 1,
        late ? 1 : 0,
        agreeing,
        losses.size() - unreported - agreeing,
        unreported);
  }

  /** Both together. */
  public NetworkTally plus(NetworkTally other) {
    return new NetworkTally(
        emulated + other.emulated,
        late + other.late,
        agreeing + other.agreeing,
        disagreeing + other.disagreeing,
        unreported + other.unreported);
  }

  /** The streams as in {@code 3 agree, 1 does not, 1 not reported}; {@code none} without any. */
  public String losses() {
    List<String> parts = new ArrayList<>();
    if (agreeing > 0) {
      parts.add(agreeing + (agreeing == 1 ? " agrees" : " agree"));
    }
    if (disagreeing > 0) {
      parts.add(disagreeing + (disagreeing == 1 ? " does not" : " do not"));
    }
    if (unreported > 0) {
      parts.add(unreported + " not reported");
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }
}
