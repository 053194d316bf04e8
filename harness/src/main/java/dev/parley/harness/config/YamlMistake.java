package dev.parley.harness.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says in one line what a YAML parser says in many. */
final class YamlMistake {
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate .*?\"(.*)\"");

  private static final Pattern PLACE = Pattern.compile("\\bline (\\d{1,9}), column");

  private YamlMistake() {}

  /** The line of the mistake: the last that the parser names, the first being where it was at. */
  static int line(JacksonException e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getOriginalMessage()));
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
    }
    return Math.max(1, line);
  }

  static String inWords(JacksonException e) {
    String said = String.valueOf(e.getOriginalMessage());
    Matcher duplicate = DUPLICATE.matcher(said);
    if (duplicate.find()) {
      return "found key '" + duplicate.group(1) + "' twice, expected it once";
    }
    // The parser tells first what it was at and last what is wrong; indented lines are places.
    List<String> sentences =
        said.lines().filter(line -> !line.isBlank() && !line.startsWith(" ")).toList();
    return sentences.isEmpty()
        ? "found no YAML"
        : "found no YAML: " + sentences.get(sentences.size() - 1).strip();
  }
}
