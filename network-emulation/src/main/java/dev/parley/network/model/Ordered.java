package dev.parley.network.model;

import java.time.Duration;
import java.util.List;

/** Refuses times that do not rise. */
final class Ordered {
  private Ordered() {}

  static void fromZero(String what, List<Duration> times) {
    if (times.isEmpty() || !times.get(0).isZero()) {
      throw new InvalidProfileException(
          "found %s, expected the first %s at 0"
              .formatted(times.isEmpty() ? "none" : "the first at " + times.get(0), what));
    }
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i).compareTo(times.get(i - 1)) <= 0) {
        throw new InvalidProfileException(
            "found a %s at %s after one at %s, expected rising times"
                .formatted(what, times.get(i), times.get(i - 1)));
      }
    }
  }
}
