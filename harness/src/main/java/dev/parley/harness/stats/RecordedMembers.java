package dev.parley.harness.stats;

import dev.parley.harness.endpoint.Family;
import java.util.SortedSet;
import java.util.TreeSet;

/** E */
final class RecordedMembers {
  private RecordedMembers() {}

  static SortedSet<String> of(Family family, String version) {
    return new TreeSet<>();
  }
}
