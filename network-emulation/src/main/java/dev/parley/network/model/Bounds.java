package dev.parley.network.model;

import java.time.Duration;

/** Refuses values that cannot be, with what was found and what was expected. */
final class Bounds {
  private Bounds() {}

  static void share(String what, double found) {
    within(what, found, 0, 1);
  }

  static void within(String what, double found, double least, double most) {
    if (!(found >= least && found <= most)) {
      throw new InvalidProfileException(
          "found %s %s, expected %s to %s".formatted(what, found, least, most));
    }
  }

  static void within(String what, long found, long least, long most) {
    if (found < least || found > most) {
      throw new InvalidProfileException(
          "found %s %d, expected %d to %d".formatted(what, found, least, most));
    }
  }

  static void within(String what, Duration found, Duration least, Duration most) {
    if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
      throw new InvalidProfileException(
          "found %s %s, expected %s to %s"
              .formatted(what, Units.time(found), Units.time(least), Units.time(most)));
    }
  }
}
