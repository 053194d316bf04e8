package dev.parley.reports.view;

import dev.parley.reports.model.CellId;
import dev.parley.reports.model.RunEvent.RunStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one line that runs exactly one cell again, with the run's seed and what shaped the cell. */
public final class RerunCommand {
  private static final Set<String> WITH_VALUE =
      Set.of("--endpoints", "--duration", "--scenario-path");
  private static final Set<String> FLAGS = Set.of("--headed");
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./,:=@%+-]+");

  private RerunCommand() {}

  /** The command for a POSIX shell, started in Parley's folder. */
  public static String of(RunStart run, CellId cell) {
    List<String> words = new ArrayList<>(List.of("./parley", "run", "--cell", cell.toString()));
    words.addAll(List.of("--seed", Long.toString(run.seed())));
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
    return shell(words);
  }

  /** The words as a shell takes them, quoted where it needs to be. */
  public static String shell(List<String> words) {
    return words.stream().map(RerunCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return BARE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
