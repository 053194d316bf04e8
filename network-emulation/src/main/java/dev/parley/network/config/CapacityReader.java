package dev.parley.network.config;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Capacity.Step;
import dev.parley.network.model.Direction;
import dev.parley.network.model.Trace;
import dev.parley.network.model.Units;
import dev.parley.network.trace.BundledTrace;
import dev.parley.network.trace.MahimahiText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Reads a capacity: {@code 2M}, {@code unlimited}, steps, or a trace. */
final class CapacityReader {
  private static final String EXPECTED =
      "a rate as in 2M, unlimited, {steps: [...]} or {trace: FILE}";

  private final Path folder;

  /** Traces are looked for from this folder on. */
  CapacityReader(Path folder) {
    this.folder = folder;
  }

  Capacity read(Setting setting) {
    if (!setting.isObject()) {
      return setting.word(EXPECTED).equals("unlimited") ? Capacity.UNLIMITED : constant(setting);
    }
    setting.keys(EXPECTED, List.of("steps", "period", "trace", "loop"));
    if (setting.oneOf(EXPECTED, List.of("steps", "trace")).equals("steps")) {
      setting.keys("{steps: [...], period: TIME}", List.of("steps", "period"));
      return steps(setting);
    }
    setting.keys("{trace: FILE, loop: true}", List.of("trace", "loop"));
    return new Capacity.Traced(
        trace(setting.required("trace")), setting.at("loop").map(Setting::flag).orElse(true));
  }

  private static Capacity constant(Setting setting) {
    long rate = Quantities.read(setting, EXPECTED, Units::bitsPerSecond);
    return setting.made(() -> Capacity.constant(rate));
  }

  private static Capacity steps(Setting setting) {
    Setting list = setting.required("steps");
    List<Step> steps =
        list.elements("a list of steps, as in [{at: 0s, rate: 2M}]").stream()
            .map(CapacityReader::step)
            .toList();
    Duration period = setting.at("period").map(Quantities::time).orElse(Duration.ZERO);
    return setting.made(() -> new Capacity.Steps(steps, period));
  }

  private static Step step(Setting setting) {
    setting.keys("a step, as in {at: 0s, rate: 2M}", List.of("at", "rate"));
    Duration at = Quantities.time(setting.required("at"));
    long rate = Quantities.rate(setting.required("rate"));
    return setting.made(() -> new Step(at, rate));
  }

  private Trace trace(Setting setting) {
    String name = setting.word("a file, or a bundled trace as in cellular-walk.down");
    return BundledTrace.all().stream()
        .flatMap(
            bundled ->
                Arrays.stream(Direction.values())
                    .filter(direction -> bundled.fileName(direction).equals(name))
                    .map(bundled::load))
        .findFirst()
        .orElseGet(() -> setting.made(() -> MahimahiText.read(folder.resolve(name))));
  }
}
