package dev.parley.harness.testng;

import dev.parley.harness.config.Durations;
import dev.parley.harness.config.RunSettings;
import dev.parley.harness.config.Sabotage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a run that TestNG drives, from system properties: {@code parley.endpoints}, {@code
 * parley.duration}, {@code parley.sampleInterval}, {@code parley.repeat}, {@code parley.cell},
 * {@code parley.seed}, {@code parley.headed}, {@code parley.out} and {@code parley.sabotage}.
 */
final class SystemSettings {
  private SystemSettings() {}

  static RunSettings read() {
    String seed = property("seed");
    String out = property("out");
    return new RunSettings(
        words("endpoints"),
        List.of(),
        Durations.parse(orElse(property("duration"), "10s")),
        Durations.parse(orElse(property("sampleInterval"), "1s")),
        Integer.parseInt(orElse(property("repeat"), "1")),
        0,
        property("cell"),
        seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : Long.parseLong(seed),
        Boolean.parseBoolean(property("headed")),
        out == null ? null : Path.of(out),
        List.of(),
        false,
        words("sabotage").stream().map(Sabotage::parse).toList());
  }

  private static List<String> words(String name) {
    String value = property(name);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  private static @Nullable String property(String name) {
    String value = System.getProperty("parley." + name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String orElse(@Nullable String value, String other) {
    return value == null ? other : value;
  }
}
