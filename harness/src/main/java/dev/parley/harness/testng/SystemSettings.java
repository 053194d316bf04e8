package dev.parley.harness.testng;

import dev.parley.harness.config.Durations;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.config.Sabotage;
import dev.parley.harness.config.SettingsLayer;
import dev.parley.harness.matrix.UsageException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a run that TestNG drives, from system properties: {@code parley.endpoints}, {@code
 * parley.duration}, {@code parley.sampleInterval}, {@code parley.repeat}, {@code parley.cell},
 * {@code parley.seed}, {@code parley.headed}, {@code parley.out} and {@code parley.sabotage}.
 */
final class SystemSettings {
  private SystemSettings() {}

  /**
   * Reads the properties, over the defaults.
   *
   * @throws UsageException if one is of another form
   */
  static RunSettings read() {
    String out = property("out");
    Long seed = number("seed");
    SettingsLayer.Complete merged = layer().overDefaults();
    return new RunSettings(
        merged.endpoints(),
        merged.scenarios(),
        merged.duration(),
        merged.sampleInterval(),
        merged.repetitions(),
        merged.retries(),
        property("cell"),
        seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed,
        merged.headed(),
        out == null ? null : Path.of(out),
        List.of(),
        false,
        words("sabotage").stream().map(Sabotage::parse).toList());
  }

  private static List<String> words(String name) {
    String value = property(name);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  private static SettingsLayer layer() {
    List<String> endpoints = words("endpoints");
    String headed = property("headed");
    Long repeat = number("repeat");
    return new SettingsLayer(
        endpoints.isEmpty() ? null : endpoints,
        null,
        duration("duration"),
        duration("sampleInterval"),
        repeat == null ? null : Math.toIntExact(Math.min(repeat, Integer.MAX_VALUE)),
        null,
        headed == null ? null : Boolean.valueOf(headed));
  }

  private static @Nullable Duration duration(String name) {
    String value = property(name);
    return value == null ? null : Durations.parse(value);
  }

  private static @Nullable Long number(String name) {
    String value = property(name);
    try {
      return value == null ? null : Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw new UsageException(
          "found -Dparley.%s=%s, expected a whole number".formatted(name, value));
    }
  }

  private static @Nullable String property(String name) {
    String value = System.getProperty("parley." + name);
    return value == null || value.isBlank() ? null : value;
  }
}
