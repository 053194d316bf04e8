package dev.parley.harness.cli;

import dev.parley.harness.config.Sabotage;
import dev.parley.harness.matrix.NameDistance;
import dev.parley.harness.matrix.UsageException;
import dev.parley.reports.model.Plan;
import dev.parley.reports.model.Plan.PlannedParticipant;
import java.util.List;

/** Whom faults are put to on purpose: somebody who takes part in some planned call. */
final class Victims {
  private Victims() {}

  static void require(List<Sabotage> faults, Plan plan) {
    List<String> names =
        plan.cells().stream()
            .flatMap(cell -> cell.participants().stream())
            .map(PlannedParticipant::name)
            .distinct()
            .toList();
    boolean emulated =
        plan.cells().stream()
            .flatMap(cell -> cell.participants().stream())
            .anyMatch(participant -> !participant.network().equals("direct"));
    for (Sabotage fault : faults) {
      if (fault.fault().isOfTheEmulation() && !emulated) {
        throw new UsageException(
            "found sabotage %s, expected a cell over an emulated network, as with --networks ideal"
                .formatted(fault));
      }
      boolean someone = !fault.participant().isEmpty();
      if (someone && !names.contains(fault.participant())) {
        throw new UsageException(
            "found sabotage of '%s', expected one of %s; the nearest is '%s'"
                .formatted(
                    fault.participant(),
                    String.join(", ", names),
                    NameDistance.nearest(fault.participant(), names).orElse("")));
      }
    }
  }
}
