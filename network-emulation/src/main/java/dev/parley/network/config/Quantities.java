package dev.parley.network.config;

import dev.parley.network.model.InvalidProfileException;
import dev.parley.network.model.Units;
import java.time.Duration;
import java.util.function.Function;

/** Reads quantities with their units. */
final class Quantities {
  static final String TIME = "a time in us, ms, s, m or h, as in 40ms";
  static final String RATE = "a rate in bit/s with k, M or G, as in 500k";
  static final String SHARE = "a percentage from 0% to 100%, as in 5%";

  private Quantities() {}

  static Duration time(Setting setting) {
    return read(setting, TIME, Units::time);
  }

  static long rate(Setting setting) {
    return read(setting, RATE, Units::bitsPerSecond);
  }

  static double share(Setting setting) {
    return read(setting, SHARE, Units::share);
  }

  /** Reads a word; whatever is wrong with it, this was expected. */
  static <T> T read(Setting setting, String expected, Function<String, T> reader) {
    try {
      return reader.apply(setting.word(expected));
    } catch (InvalidProfileException e) {
      throw setting.unlike(expected);
    }
  }
}
