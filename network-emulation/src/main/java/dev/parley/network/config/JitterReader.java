package dev.parley.network.config;

import dev.parley.network.model.Jitter;
import dev.parley.network.model.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads jitter: {@code 5ms} (sigma of a normal distribution), {@code none}, or a distribution. */
final class JitterReader {
  private static final String EXPECTED =
      "a sigma as in 5ms, none, {normal: SIGMA}, {uniform: BOUND} or"
          + " {pareto: SCALE, shape: NUMBER, most: TIME}";

  private JitterReader() {}

  static Jitter read(Setting setting) {
    if (!setting.isObject()) {
      if (setting.word(EXPECTED).equals("none")) {
        return Jitter.NONE;
      }
      Duration sigma = Quantities.read(setting, EXPECTED, Units::time);
      return setting.made(() -> Jitter.TruncatedNormal.of(sigma));
    }
    String kind = setting.oneOf(EXPECTED, List.of("normal", "uniform", "pareto"));
    return switch (kind) {
      case "normal" -> normal(setting);
      case "uniform" -> uniform(setting);
      default -> pareto(setting);
    };
  }

  private static Jitter normal(Setting setting) {
    Duration sigma = first(setting, "normal", "cut");
    double cut = setting.at("cut").map(s -> s.number("a number of sigmas, as in 3")).orElse(3.0);
    return setting.made(() -> new Jitter.TruncatedNormal(sigma, cut, reordering(setting)));
  }

  private static Jitter uniform(Setting setting) {
    Duration bound = first(setting, "uniform");
    return setting.made(() -> new Jitter.Uniform(bound, reordering(setting)));
  }

  private static Jitter pareto(Setting setting) {
    Duration scale = first(setting, "pareto", "shape", "most");
    double shape = setting.required("shape").number("a number above 1, as in 2.5");
    Duration most = Quantities.time(setting.required("most"));
    return setting.made(() -> new Jitter.Pareto(scale, shape, most, reordering(setting)));
  }

  private static Duration first(Setting setting, String kind, String... others) {
    List<String> keys = new ArrayList<>(List.of(kind));
    keys.addAll(List.of(others));
    keys.add("reordering");
    setting.keys(EXPECTED, keys);
    return Quantities.time(setting.required(kind));
  }

  private static boolean reordering(Setting setting) {
    return setting.at("reordering").map(Setting::flag).orElse(false);
  }
}
