package dev.parley.network.preset;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which known names differ least from one that was found (Levenshtein). */
public final class NearestNames {
  private final Collection<String> known;

  /** Among these. */
  public NearestNames(Collection<String> known) {
    this.known = List.copyOf(known);
  }

  /** So many of the nearest, the best first, of equals those that are known first. */
  public List<String> to(String found, int most) {
    return known.stream()
        .sorted(Comparator.comparingInt(name -> distance(found, name)))
        .limit(most)
        .toList();
  }

  private static int distance(String left, String right) {
    int[] above = new int[right.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 0; i < left.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i + 1;
      for (int j = 0; j < right.length(); j++) {
        int replaced = above[j] + (left.charAt(i) == right.charAt(j) ? 0 : 1);
        row[j + 1] = Math.min(replaced, Math.min(above[j + 1], row[j]) + 1);
      }
      above = row;
    }
    return above[right.length()];
  }
}
