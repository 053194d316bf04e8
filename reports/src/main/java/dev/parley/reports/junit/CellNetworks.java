package dev.parley.reports.junit;

import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.CellView;
import dev.parley.reports.view.NetworkLine;
import dev.parley.reports.view.NetworkTally;
import dev.parley.reports.view.ParticipantView;
import java.util.List;
import java.util.stream.Collectors;

/** What the file says of a cell's networks: nothing where none was asked for. */
final class CellNetworks {
  private CellNetworks() {}

  /** In one line, as in {@code offerer: ideal; answerer: loss-5; kept time; losses: 4 agree}. */
  static String property(CellView cell) {
    NetworkTally tally = NetworkTally.of(cell);
    List<ParticipantView> participants = networked(cell);
    if (participants.isEmpty()) {
      return "";
    }
    String networks =
        participants.stream()
            .map(one -> one.name() + ": " + one.network().text())
            .collect(Collectors.joining("; "));
    String time = tally.late() > 0 ? "; too late" : tally.emulated() > 0 ? "; not late" : "";
    return networks + time + "; losses: " + tally.losses();
  }

  /** Line by line, for the case's output. */
  static String lines(CellView cell) {
    StringBuilder text = new StringBuilder();
    for (ParticipantView one : networked(cell)) {
      text.append("network of ").append(one.name()).append(": ");
      text.append(one.network().text()).append('\n');
    }
    cell.lastAttempt()
        .map(NetworkLine::of)
        .orElse(List.of())
        .forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  /** All participants, if any of them was to be on a network. */
  private static List<ParticipantView> networked(CellView cell) {
    List<ParticipantView> all = cell.lastAttempt().map(AttemptView::participants).orElse(List.of());
    return all.stream().anyMatch(one -> !one.network().isDirect()) ? all : List.of();
  }
}
