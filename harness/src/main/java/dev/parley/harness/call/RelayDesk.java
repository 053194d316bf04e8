package dev.parley.harness.call;

import dev.parley.harness.CallErrored;
import dev.parley.harness.network.CallNetwork;
import dev.parley.harness.network.ProbeReports;
import dev.parley.reports.model.RunEvent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the pages' reports about rewritten candidates go; closed in a call without emulated links.
 *
 * <p>A report is dealt with before the page's next message is: the relay knows a candidate before
 * the far end does.
 */
final class RelayDesk {
  /** How the names of these reports begin. */
  static final String PREFIX = "relay-";

  private static final String LOW = "relay-low";

  private final CallBoard board;
  private final AttemptLog log;
  private final Set<String> saidBefore = new HashSet<>();
  private @Nullable Counter counter;

  private record Counter(CallNetwork network, ProbeReports reports, SocketLeases leases) {}

  RelayDesk(CallBoard board, AttemptLog log) {
    this.board = board;
    this.log = log;
  }

  /** From now on reports reach a relay. */
  void open(CallNetwork network, SocketLeases leases) {
    board.post(() -> counter = new Counter(network, new ProbeReports(network.relay()), leases));
  }

  void take(String participant, String pc, String name, JsonNode data) {
    Counter open = counter;
    if (open == null) {
      return;
    }
    try {
      if (name.equals(LOW)) {
        open.leases().more(participant);
      } else {
        open.reports()
            .take(participant, pc, name, data)
            .filter(said -> saidBefore.add(participant + said))
            .ifPresent(said -> log.append(new RunEvent.Note(participant, said)));
      }
    } catch (CallErrored e) {
      board.fault(e);
    } catch (IllegalArgumentException e) {
      log.append(new RunEvent.Note(participant, name + " was refused: " + e.getMessage()));
    }
  }

  void closed(String participant, String pc) {
    Counter open = counter;
    if (open != null) {
      open.reports().closed(participant, pc);
    }
  }

  void sampled(String participant, String pc, long number, JsonNode report) {
    Counter open = counter;
    if (open != null) {
      open.network().sampled(participant, pc, number, report);
    }
  }
}
