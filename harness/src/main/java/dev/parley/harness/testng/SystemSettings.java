package dev.parley.harness.testng;

import dev.parley.harness.config.Durations;
import dev.parley.harness.config.NetworkWords;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.config.Sabotage;
import dev.parley.harness.config.SettingsLayer;
import dev.parley.harness.matrix.UsageException;
import dev.parley.network.preset.NetworkCatalogue;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a run that TestNG drives, from system properties: {@code parley.endpoints}, {@code
 * parley.networks}, {@code parley.duration}, {@code parley.sampleInterval}, {@code parley.repeat},
 * {@code parley.cell}, {@code parley.seed}, {@code parley.headed}, {@code parley.out}, {@code
 * parley.pcap} and {@code parley.sabotage}.
 */
final class SystemSettings {
  private static final String PREFIX = "parley.";

  private final Map<String, String> properties;

  private SystemSettings(Map<String, String> properties) {
    this.properties = properties;
  }

  /**
   * Reads the JVM's properties, over the defaults.
   *
   * @throws UsageException if one is of another form
   */
  static RunSettings read() {
    Map<String, String> own = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        own.put(name, System.getProperty(name, ""));
      }
    }
    return read(own);
  }

  static RunSettings read(Map<String, String> properties) {
    return new SystemSettings(properties).settings();
  }

  private RunSettings settings() {
    String out = property("out");
    Long seed = number("seed");
    SettingsLayer.Complete merged = layer().overDefaults();
    NetworkCatalogue catalogue = NetworkCatalogue.presets();
    return new RunSettings(
        merged.endpoints(),
        merged.scenarios(),
        NetworkWords.parse(merged.networks(), catalogue),
        catalogue,
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
        Boolean.TRUE.equals(truth("pcap")),
        words("sabotage").stream().map(Sabotage::parse).toList());
  }

  private List<String> words(String name) {
    String value = property(name);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  private SettingsLayer layer() {
    List<String> endpoints = words("endpoints");
    List<String> networks = words("networks");
    Long repeat = number("repeat");
    return new SettingsLayer(
        endpoints.isEmpty() ? null : endpoints,
        null,
        networks.isEmpty() ? null : networks,
        duration("duration"),
        duration("sampleInterval"),
        repeat == null
            ? null
            : (int) Math.max(Integer.MIN_VALUE, Math.min(repeat, Integer.MAX_VALUE)),
        null,
        truth("headed"),
        null);
  }

  private @Nullable Duration duration(String name) {
    String value = property(name);
    return value == null ? null : Durations.parse(value);
  }

  private @Nullable Boolean truth(String name) {
    String value = property(name);
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw other(name, value, "true or false");
    };
  }

  private @Nullable Long number(String name) {
    String value = property(name);
    try {
      return value == null ? null : Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw other(name, value, "a whole number");
    }
  }

  private static UsageException other(String name, @Nullable String value, String expected) {
    return new UsageException(
        "found -D%s%s=%s, expected %s".formatted(PREFIX, name, value, expected));
  }

  private @Nullable String property(String name) {
    String value = properties.get(PREFIX + name);
    return value == null || value.isBlank() ? null : value;
  }
}
