package dev.parley.harness.endpoint;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words by which a family may be called. */
final class FamilyNames {
  private static final Map<String, Family> WORDS = words();

  private FamilyNames() {}

  static Family parse(String word, String whole) {
    Family family = WORDS.get(word.strip().toLowerCase(Locale.ROOT));
    if (family == null) {
      throw new IllegalArgumentException(
          "unknown endpoint '%s': did you mean %s? (known: chrome, firefox, edge; as in chrome,"
                  .formatted(whole.strip(), nearest(word))
              + " chrome@/path/to/binary or alias=chrome@/path/to/binary)");
    }
    return family;
  }

  private static Map<String, Family> words() {
    Map<String, Family> words = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      words.put(family.word(), family);
    }
    words.put("chromium", Family.CHROME);
    return Map.copyOf(words);
  }

  private static String nearest(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    return WORDS.keySet().stream()
        .min(Comparator.<String>comparingInt(k -> distance(lower, k)).thenComparing(k -> k))
        .orElseThrow();
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
