package dev.parley.reports.log;

/** Text as UTF-8 can hold it: a page may send half of a surrogate pair. */
final class WholeText {
  private static final char REPLACEMENT = '\uFFFD';

  private WholeText() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        return repaired(text);
      }
    }
    return text;
  }

  private static String repaired(String text) {
    StringBuilder whole = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        whole.setCharAt(i, REPLACEMENT);
      }
    }
    return whole.toString();
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
