package dev.parley.harness.schedule;

import dev.parley.harness.call.AttemptLog;
import dev.parley.harness.endpoint.Lease;
import dev.parley.reports.model.AttemptKey;
import dev.parley.reports.model.Outcome;
import dev.parley.reports.model.Plan.PlannedParticipant;
import dev.parley.reports.model.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keeps what helps to understand an attempt that is not green. */
final class EvidenceKeeper {
  private final RunContext context;
  private final AttemptLog log;
  private final AttemptKey key;

  EvidenceKeeper(RunContext context, AttemptLog log, AttemptKey key) {
    this.context = context;
    this.log = log;
    this.key = key;
  }

  /**
   * Keeps it.
   *
   * @param interrupted whether somebody waits for the end: then browsers are not asked any more
   */
  void keep(Map<PlannedParticipant, Lease> leases, AttemptResult judged, boolean interrupted) {
    Path folder = context.folder().of(key);
    leases.keySet().forEach(participant -> rawStats(folder, participant.name()));
    leases.keySet().forEach(participant -> capture(folder, participant.name()));
    if (judged.outcome() == Outcome.PASSED || interrupted) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      log.append(new RunEvent.Note(null, "no evidence could be kept: " + e.getMessage()));
      return;
    }
    leases.forEach(
        (participant, lease) ->
            lease
                .saveEvidence(folder, participant.name(), context.log()::redact)
                .forEach(
                    kept ->
                        log.append(
                            new RunEvent.Artefact(
                                participant.name(),
                                kept.kind(),
                                context.folder().relative(kept.file()),
                                kept.mediaType()))));
  }

  private void capture(Path folder, String participant) {
    Path file = folder.resolve(participant + ".pcapng");
    if (Files.exists(file)) {
      log.append(
          new RunEvent.Artefact(
              participant, "capture", context.folder().relative(file), "application/x-pcapng"));
    }
  }

  private void rawStats(Path folder, String participant) {
    Path file = folder.resolve(participant + ".stats.jsonl.gz");
    if (Files.exists(file)) {
      log.append(
          new RunEvent.Artefact(
              participant, "raw-stats", context.folder().relative(file), "application/gzip"));
    }
  }
}
