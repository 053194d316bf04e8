package dev.parley.docs;

import dev.parley.harness.cli.Parley;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Finds commands and options that a text names and the program does not have. */
final class CommandLines {
  private static final Pattern CALL = Pattern.compile("\\./parley((?: +[^\\s`|]+)*)");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private final CommandLine program = new CommandLine(new Parley());

  List<String> unknown(String text) {
    List<String> unknown = new ArrayList<>();
    text.lines().forEach(line -> inLine(line, unknown));
    return unknown;
  }

  /** A row of a table names a command's options behind it, each by itself. */
  private void inLine(String line, List<String> unknown) {
    Matcher call = CALL.matcher(line);
    while (call.find()) {
      List<String> words = List.of(call.group(1).strip().split(" +", -1));
      CommandLine command = command(words, unknown);
      int next = line.indexOf("./parley", call.end());
      String rest = line.substring(call.start(1), next < 0 ? line.length() : next);
      boolean row = line.startsWith("|");
      Matcher options = OPTION.matcher(row ? rest : call.group(1));
      while (options.find()) {
        if (command.getCommandSpec().findOption(options.group()) == null) {
          unknown.add(command.getCommandSpec().qualifiedName() + " " + options.group());
        }
      }
    }
  }

  private CommandLine command(List<String> words, List<String> unknown) {
    CommandLine command = program;
    for (String word : words) {
      Map<String, CommandLine> below = command.getSubcommands();
      if (below.isEmpty() || !NAME.matcher(word).matches()) {
        return command;
      }
      if (!below.containsKey(word)) {
        unknown.add(word);
        return command;
      }
      command = below.get(word);
    }
    return command;
  }
}
