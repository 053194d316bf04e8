package dev.parley.reports.html;

import dev.parley.reports.html.page.PropertyTable;
import dev.parley.reports.html.page.PropertyTable.Row;
import dev.parley.reports.model.RunEvent.ClockMapped;
import dev.parley.reports.model.RunEvent.ParticipantJoined;
import dev.parley.reports.view.ParticipantView;
import dev.parley.reports.view.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prepares who took part: versions, sources, clocks and samples, one column for each. */
final class ParticipantTable {
  private ParticipantTable() {}

  static PropertyTable of(List<ParticipantView> participants, Cast cast) {
    return new PropertyTable(
        cast.heads(),
        List.of(
            joined("Browser", participants, one -> one.browser() + " " + one.version()),
            joined("Role", participants, ParticipantJoined::role),
            row("Access link", participants, one -> one.network().text()),
            joined("Media source", participants, ParticipantJoined::mediaSource),
            joined("Process", participants, one -> one.warm() ? "warm, used before" : "fresh"),
            joined("Platform", participants, ParticipantJoined::platform),
            joined("User agent", participants, ParticipantJoined::userAgent),
            row("Clock", participants, ParticipantTable::clock),
            row("Samples", participants, ParticipantTable::samples)));
  }

  private static Row joined(
      String name, List<ParticipantView> participants, Function<ParticipantJoined, String> member) {
    return row(
        name,
        participants,
        one -> one.joined() == null ? "its page never said hello" : member.apply(one.joined()));
  }

  private static Row row(
      String name,
      List<ParticipantView> participants,
      Function<ParticipantView, @Nullable String> member) {
    List<@Nullable String> values = new ArrayList<>();
    participants.forEach(participant -> values.add(member.apply(participant)));
    return new Row(name, values);
  }

  private static @Nullable String clock(ParticipantView participant) {
    List<Timed<ClockMapped>> maps = participant.clockMaps();
    if (maps.isEmpty()) {
      return null;
    }
    ClockMapped clock = maps.get(maps.size() - 1).event();
    return String.format(
        Locale.ROOT,
        "run time = page time %s %.2f ms, known to ±%.2f ms; drift %.1f ppm; %s",
        clock.offsetMs() < 0 ? "-" : "+",
        Math.abs(clock.offsetMs()),
        clock.errorMs(),
        clock.driftPpm(),
        Words.count(clock.exchanges(), "exchange", "exchanges"));
  }

  private static String samples(ParticipantView participant) {
    int arrived = participant.samples().values().stream().mapToInt(List::size).sum();
    return arrived + " arrived, " + participant.lostSamples() + " lost";
  }
}
