package dev.parley.reports.html;

import dev.parley.reports.html.page.AttemptSection.CandidateRow;
import dev.parley.reports.html.page.AttemptSection.DescriptionEntry;
import dev.parley.reports.html.page.AttemptSection.Negotiation;
import dev.parley.reports.html.page.AttemptSection.SdpPart;
import dev.parley.reports.model.RunEvent.Candidate;
import dev.parley.reports.model.RunEvent.Description;
import dev.parley.reports.view.ParticipantView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prepares what each participant negotiated: its descriptions in order, and its candidates. */
final class Negotiations {
  private Negotiations() {}

  static List<Negotiation> of(List<ParticipantView> participants, Cast cast, AttemptTime time) {
    return participants.stream()
        .filter(one -> !one.descriptions().isEmpty() || !one.candidates().isEmpty())
        .map(
            one ->
                new Negotiation(
                    cast.label(one.name()),
                    cast.colour(one.name()),
                    descriptions(one, time),
                    candidates(one, time)))
        .toList();
  }

  private static List<DescriptionEntry> descriptions(ParticipantView one, AttemptTime time) {
    return one.descriptions().stream()
        .sorted(Comparator.comparingDouble(description -> description.time().runMs()))
        .map(description -> entry(description, time))
        .toList();
  }

  private static DescriptionEntry entry(Description description, AttemptTime time) {
    List<String> lines = description.sdp().lines().toList();
    String detail =
        "at "
            + time.text(description.time().runMs())
            + " s, "
            + Words.count(lines.size(), "line", "lines")
            + ", "
            + description.pc();
    return new DescriptionEntry(description.kind(), description.side(), detail, parts(lines));
  }

  /** The session part and each media section (RFC 8866, section 5). */
  private static List<SdpPart> parts(List<String> lines) {
    List<SdpPart> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).startsWith("m=")) {
        List<String> part = lines.subList(from, i);
        parts.add(new SdpPart(title(part), from + 1, part));
        from = i;
      }
    }
    return parts;
  }

  private static String title(List<String> part) {
    String first = part.get(0);
    if (!first.startsWith("m=")) {
      return "session";
    }
    StringBuilder title = new StringBuilder(first.substring(2).split(" ", 2)[0]);
    for (String line : part) {
      if (line.startsWith("a=mid:")) {
        title.append(", mid ").append(line.substring("a=mid:".length()));
      } else if (line.matches("a=(sendrecv|sendonly|recvonly|inactive)")) {
        title.append(", ").append(line.substring(2));
      }
    }
    return title.toString();
  }

  private static List<CandidateRow> candidates(ParticipantView one, AttemptTime time) {
    return one.candidates().stream()
        .sorted(Comparator.comparingDouble(candidate -> candidate.time().runMs()))
        .map(candidate -> row(candidate, time.text(candidate.time().runMs())))
        .toList();
  }

  /** Takes a candidate line apart (RFC 8839, section 5.1) as far as it can be read. */
  private static CandidateRow row(Candidate candidate, String at) {
    String line = candidate.candidate();
    String[] words = line.strip().split("\\s+", -1);
    if (line.isBlank()) {
      return new CandidateRow(at, candidate.side(), "end of candidates", "", "", "");
    }
    if (words.length < 8 || !words[6].equals("typ")) {
      return new CandidateRow(at, candidate.side(), "", "", "", line);
    }
    String host = words[4].contains(":") ? "[" + words[4] + "]" : words[4];
    return new CandidateRow(
        at,
        candidate.side(),
        words[7],
        words[2].toLowerCase(Locale.ROOT),
        host + ":" + words[5],
        line);
  }
}
