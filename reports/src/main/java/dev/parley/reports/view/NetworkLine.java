package dev.parley.reports.view;

import dev.parley.reports.model.RunEvent.LossCompared;
import dev.parley.reports.model.RunEvent.NetworkProof;
import dev.parley.reports.model.RunEvent.NetworkSummary;
import dev.parley.reports.model.RunEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt's emulation came to, line by line in plain text.
 *
 * @param verdict absent where the line only tells
 */
public record NetworkLine(@Nullable Verdict verdict, String text) {

  /** Every line of an attempt: proof, lateness and losses; none where nothing was emulated. */
  public static List<NetworkLine> of(AttemptView attempt) {
    List<NetworkLine> lines = new ArrayList<>();
    if (attempt.proof() != null) {
      lines.add(proof(attempt.proof()));
    }
    for (ParticipantView participant : attempt.participants()) {
      participant.network().links().forEach(link -> lines.add(lateness(link)));
    }
    for (ParticipantView participant : attempt.participants()) {
      participant.network().losses().forEach(loss -> lines.add(loss(loss)));
    }
    return List.copyOf(lines);
  }

  private static NetworkLine proof(NetworkProof proof) {
    boolean sound = proof.selfTest().startsWith("passed") && proof.bypass() == null;
    String bypass = proof.bypass() == null ? "nothing passed it by" : "bypass: " + proof.bypass();
    return new NetworkLine(
        sound ? Verdict.HELD : Verdict.INCONCLUSIVE,
        "emulator's self-test: " + proof.selfTest() + "; " + bypass);
  }

  private static NetworkLine lateness(LinkView link) {
    String whose = "lateness of " + link.participant() + "'s " + link.direction() + "link: ";
    NetworkSummary summary = link.summary();
    if (summary == null || summary.lateness() == null) {
      return new NetworkLine(null, whose + LinkView.Lateness.NOT_REPORTED.word());
    }
    String measured =
        String.format(
            Locale.ROOT,
            "p95 %.2f ms, %.2f %% over 10 ms: ",
            summary.lateness().p95(),
            summary.lateShare() * 100);
    boolean late = link.lateness() == LinkView.Lateness.TOO_LATE;
    return new NetworkLine(
        late ? Verdict.INCONCLUSIVE : Verdict.HELD, whose + measured + link.lateness().word());
  }

  private static NetworkLine loss(LossCompared loss) {
    String seen =
        loss.seenLost() == null || loss.seenExpected() == null
            ? "not reported"
            : loss.seenLost() + " of " + loss.seenExpected();
    String text =
        "loss of "
            + loss.track().label()
            + " at "
            + loss.participant()
            + ": seen "
            + seen
            + ", applied "
            + loss.appliedLost()
            + " of "
            + loss.appliedExpected()
            + ": "
            + new SeenLoss(loss).verdict();
    if (loss.agrees() == null) {
      return new NetworkLine(null, text);
    }
    return new NetworkLine(loss.agrees() ? Verdict.HELD : Verdict.BROKEN, text);
  }
}
