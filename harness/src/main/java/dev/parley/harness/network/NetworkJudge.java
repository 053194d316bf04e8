package dev.parley.harness.network;

import dev.parley.harness.CallErrored;
import dev.parley.harness.stats.ReceivedTotals;
import dev.parley.network.model.Direction;
import dev.parley.network.relay.RelayTruth;
import dev.parley.reports.model.RunEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what speaks against trusting a call's emulation; thread-safe. */
final class NetworkJudge {
  private final LinkStates states;
  private final Map<String, Optional<String>> bypassByConnection = new LinkedHashMap<>();
  private final List<String> excesses = new ArrayList<>();
  private long dropsAtWindow;
  private long dropsInWindows;

  NetworkJudge(LinkStates states) {
    this.states = states;
  }

  /** What a browser says that it has received so far; its last word on a connection counts. */
  synchronized void received(String participant, String pc, ReceivedTotals seen, RelayTruth truth) {
    RelayTruth.OfParticipant own = truth.participants().get(participant);
    if (own != null) {
      bypassByConnection.put(
          participant + " " + pc, Bypass.of(participant, pc, seen, own, duplicates(truth)));
    }
  }

  private static long duplicates(RelayTruth truth) {
    return truth.participants().values().stream()
        .mapToLong(each -> each.up().duplicated() + each.down().duplicated())
        .sum();
  }

  /** What came past the emulator, in words; empty where nothing did. */
  synchronized Optional<String> bypass() {
    return bypassByConnection.values().stream().flatMap(Optional::stream).findFirst();
  }

  synchronized void window(boolean ended, RelayTruth truth) {
    Long drops = truth.kernelDrops();
    if (drops != null) {
      dropsInWindows += ended ? drops - dropsAtWindow : 0;
      dropsAtWindow = drops;
    }
  }

  synchronized void compared(RunEvent.LossCompared comparison) {
    Long seen = comparison.seenLost();
    AppliedLoss applied = new AppliedLoss(comparison.appliedLost(), comparison.appliedExpected());
    if (seen != null && seen - applied.lost() > applied.tolerance()) {
      excesses.add(
          "%s lost %d packets of %s, of which the emulator dropped %d: something else lost the others"
              .formatted(
                  comparison.participant(), seen, comparison.track().label(), applied.lost()));
    }
  }

  synchronized NetworkFindings findings(RelayTruth truth, List<String> silentSockets) {
    Optional<String> selfTest =
        silentSockets.isEmpty()
            ? Optional.empty()
            : Optional.of("the relay's own datagrams did not come back: " + first(silentSockets));
    return new NetworkFindings(faults(truth), doubts(truth), selfTest, nothingArrived(truth));
  }

  private List<CallErrored> faults(RelayTruth truth) {
    List<CallErrored> faults = new ArrayList<>();
    bypass().ifPresent(what -> faults.add(new CallErrored("bypass", what)));
    new TreeMap<>(truth.participants())
        .forEach(
            (name, own) -> {
              if (own.unbound() > 0) {
                faults.add(
                    new CallErrored(
                        "relay-ports",
                        "%d candidates of %s found no free socket of the relay"
                            .formatted(own.unbound(), name)));
              }
            });
    return faults;
  }

  private List<String> doubts(RelayTruth truth) {
    List<String> doubts = new ArrayList<>();
    new TreeMap<>(truth.participants())
        .forEach(
            (name, own) -> {
              for (Direction direction : Direction.values()) {
                Double delayMs = states.delayMs(name, direction);
                Punctuality.late(
                        name, direction, direction == Direction.UP ? own.up() : own.down(), delayMs)
                    .ifPresent(doubts::add);
              }
            });
    if (dropsInWindows > 0) {
      doubts.add(
          "the kernel dropped %d packets at the relay's sockets while the call was measured"
              .formatted(dropsInWindows));
    }
    doubts.addAll(excesses);
    return doubts;
  }

  private static boolean nothingArrived(RelayTruth truth) {
    return truth.participants().values().stream().allMatch(own -> own.down().delivered() == 0);
  }

  private static String first(List<String> sockets) {
    String some = String.join(", ", sockets.subList(0, Math.min(3, sockets.size())));
    return sockets.size() > 3 ? some + " and %d more".formatted(sockets.size() - 3) : some;
  }
}
