package dev.parley.reports.summary;

import java.util.List;

/** Pieces of GitHub-flavoured Markdown, safe for any text. */
final class Markdown {
  private Markdown() {}

  /** Text as a code span: nothing in it is a link, a mention, HTML or the end of a table's cell. */
  static String code(String text) {
    String line =
        text.codePoints()
            .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
            .map(c -> c == '`' ? '\'' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return line.isEmpty() ? "" : "`" + line + "`";
  }

  /** One row of a table. */
  static String row(List<String> cells) {
    return "| "
        + String.join(" | ", cells.stream().map(c -> c.replace("|", "\\|")).toList())
        + " |\n";
  }

  /** The line below a table's head. */
  static String rule(int columns) {
    return "|" + "---|".repeat(columns) + "\n";
  }
}
