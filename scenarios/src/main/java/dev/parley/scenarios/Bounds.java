package dev.parley.scenarios;

import dev.parley.harness.Amount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The numbers by which scenarios judge, from {@code bounds.properties}. */
final class Bounds {
  private static final String FILE = "bounds.properties";
  private static final Bounds BUILT_IN = new Bounds(read());

  private final Properties properties;

  Bounds(Properties properties) {
    this.properties = properties;
  }

  /** Those that come with Parley. */
  static Bounds builtIn() {
    return BUILT_IN;
  }

  /** These, and others in the place of some of them. */
  Bounds with(Properties others) {
    Properties all = new Properties();
    all.putAll(properties);
    all.putAll(others);
    return new Bounds(all);
  }

  /**
   * These, and in the place of keys below {@code key} those of the same rest below {@code other}.
   */
  Bounds below(String other, String key) {
    Properties replaced = new Properties();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(other + ".")) {
        replaced.setProperty(key + name.substring(other.length()), properties.getProperty(name));
      }
    }
    return with(replaced);
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream file = Bounds.class.getResourceAsStream(FILE)) {
      properties.load(file);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " could not be read", e);
    }
  }

  /** Whether there is a line for this key, with this ending. */
  boolean has(String key, String ending) {
    return properties.containsKey(key + "." + ending);
  }

  /** The number of a key. */
  double number(String key) {
    String text = properties.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("found no line '%s' in %s".formatted(key, FILE));
    }
    return Double.parseDouble(text.strip());
  }

  /** The number of a key with this ending, where there is one, else of the key alone. */
  double number(String key, String ending) {
    return number(has(key, ending) ? key + "." + ending : key);
  }

  Amount amount(String key, String ending, String unit) {
    return Amount.of(number(key, ending), unit);
  }
}
