package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.Callout;
import dev.parley.reports.model.RunEvent.SamplesLost;
import dev.parley.reports.view.AttemptView;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what a reader of an attempt should know first: faults, lost samples, notes. */
final class Callouts {
  private Callouts() {}

  static List<Callout> of(AttemptView attempt, Cast cast) {
    List<Callout> callouts = new ArrayList<>();
    attempt.faults().stream()
        .map(timed -> timed.event())
        .map(
            fault ->
                fault(
                    "Fault, " + cast.label(fault.participant()) + ":",
                    fault.kind() + ": " + fault.message()))
        .forEach(callouts::add);
    if (!attempt.ended()) {
      callouts.add(fault("Cut off:", "the log ends before this attempt does."));
    }
    for (ParticipantView participant : attempt.participants()) {
      for (SamplesLost lost : participant.samplesLost()) {
        String text =
            Words.count(lost.count(), "sample was", "samples were") + " lost: " + lost.why();
        callouts.add(note(cast.label(participant.name()), text));
      }
    }
    attempt.notes().stream()
        .map(timed -> timed.event())
        .map(
            note ->
                note(
                    note.participant() == null ? "Note" : cast.label(note.participant()),
                    note.message()))
        .forEach(callouts::add);
    addLeftOut(callouts, attempt);
    return callouts;
  }

  private static void addLeftOut(List<Callout> callouts, AttemptView attempt) {
    if (attempt.logLinesLeftOut() > 0) {
      String text =
          String.format(
              Locale.ROOT,
              "the first %d log lines are shown, %d more are in run.jsonl.",
              attempt.logLines().size(),
              attempt.logLinesLeftOut());
      callouts.add(note("Logs", text));
    }
    if (!attempt.unknown().isEmpty()) {
      String text =
          Words.count(attempt.unknown().size(), "event", "events")
              + " of types that this version of Parley does not know; they are in run.jsonl.";
      callouts.add(note("Unknown events", text));
    }
  }

  private static Callout fault(String head, String text) {
    return new Callout("fault", head, text);
  }

  private static Callout note(String head, String text) {
    return new Callout("note", head + ":", text);
  }
}
