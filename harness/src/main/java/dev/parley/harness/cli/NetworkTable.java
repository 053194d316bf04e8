package dev.parley.harness.cli;

import dev.parley.network.model.Capacity;
import dev.parley.network.model.Direction;
import dev.parley.network.model.LinkProfile;
import dev.parley.network.model.NetworkProfile;
import dev.parley.network.model.Schedule;
import dev.parley.network.model.Units;
import dev.parley.network.preset.LinkWords;
import dev.parley.network.preset.Preset;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Networks, one a line.
 *
 * @param all whether those of RFC 8868's grid are listed one by one
 */
record NetworkTable(boolean all) {
  private static final String FORM = "%-18s %-13s %-13s %-10s %-8s %s%n";
  private static final String GRID = "rfc8868-";

  void print(List<Preset> presets, PrintWriter out) {
    out.printf(FORM, "NAME", "DOWN", "UP", "DELAY", "LOSS", "SOURCE");
    boolean gridTold = all;
    for (Preset preset : presets) {
      boolean ofGrid = preset.name().startsWith(GRID);
      if (all || !ofGrid) {
        print(preset, out);
      } else if (!gridTold) {
        out.printf(FORM, "rfc8868-dD-lL-qQ", "4M", "4M", "D ms", "L %", preset.source());
        gridTold = true;
      }
    }
    out.println();
    out.println("Rates are in bit/s, delays one-way. A schedule or a trace gives lowest..highest,");
    out.println("or ~mean. Where directions differ: down/up. rfc8868-dD-lL-qQ is a grid:");
    out.println("D of 0, 1, 50, 150, 300; L of 0, 1, 5, 10, 20; Q (queue, ms) of 70, 300, 500,");
    out.println("1000, 2000; --all lists each.");
  }

  private static void print(Preset preset, PrintWriter out) {
    NetworkProfile profile = preset.profile();
    out.printf(
        FORM,
        preset.name(),
        capacity(profile, Direction.DOWN),
        capacity(profile, Direction.UP),
        perDirection(profile, link -> Units.time(link.delay())),
        perDirection(profile, link -> Units.percent(link.loss().meanRate())),
        preset.source());
  }

  private static String perDirection(NetworkProfile profile, Function<LinkProfile, String> figure) {
    String down = figure.apply(profile.downlink());
    String up = figure.apply(profile.uplink());
    return down.equals(up) ? down : down + "/" + up;
  }

  private static String capacity(NetworkProfile profile, Direction direction) {
    Capacity first = profile.link(direction).capacity();
    if (first instanceof Capacity.Traced traced) {
      return "~" + LinkWords.mean(traced);
    }
    long[] rates =
        LongStream.concat(
                rates(first),
                profile.schedule().changes().stream()
                    .flatMapToLong(change -> rates(change, direction)))
            .sorted()
            .distinct()
            .toArray();
    if (rates.length == 0) {
      return "unlimited";
    }
    String least = Units.rate(rates[0]);
    return rates.length == 1 ? least : least + ".." + Units.rate(rates[rates.length - 1]);
  }

  private static LongStream rates(Schedule.Change change, Direction direction) {
    Capacity capacity = change.of(direction).capacity();
    return capacity == null ? LongStream.empty() : rates(capacity);
  }

  private static LongStream rates(Capacity capacity) {
    if (capacity instanceof Capacity.Constant constant) {
      return LongStream.of(constant.bitsPerSecond());
    }
    return capacity instanceof Capacity.Steps steps
        ? steps.steps().stream().mapToLong(Capacity.Step::bitsPerSecond)
        : LongStream.empty();
  }
}
