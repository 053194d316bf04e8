package dev.parley.reports.html;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.RunEvent.RunStart;
import dev.parley.reports.view.RerunCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command that runs exactly one cell again, with what shaped the cell in the run. */
final class RerunLine {
  private static final Set<String> WITH_VALUE =
      Set.of("--endpoints", "--duration", "--scenario-path");
  private static final Set<String> FLAGS = Set.of("--headed");
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./,:=@%+-]+");

  private RerunLine() {}

  static String of(RunStart run, CellId cell) {
    List<String> words = new ArrayList<>();
    List<String> given = run.commandLine();
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      if (FLAGS.contains(word) || WITH_VALUE.contains(word.split("=", 2)[0])) {
        words.add(word);
        if (WITH_VALUE.contains(word) && i + 1 < given.size()) {
          words.add(given.get(++i));
        }
      }
    }
    String command = RerunCommand.of(cell, run.seed());
    return words.isEmpty() ? command : command + " " + shell(words);
  }

  /** The words as a shell takes them, quoted where it needs to be. */
  static String shell(List<String> words) {
    return words.stream().map(RerunLine::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String word) {
    return BARE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
