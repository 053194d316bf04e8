package dev.parley.harness.matrix;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many letters two names differ by (Levenshtein), to suggest what a user may have meant. */
public final class NameDistance {
  private NameDistance() {}

  /** The known name that differs least; of several the first. Empty where none is known. */
  public static Optional<String> nearest(String found, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(name -> between(found, name)));
  }

  static int between(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replace = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
