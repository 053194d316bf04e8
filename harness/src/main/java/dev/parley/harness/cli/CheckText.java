package dev.parley.harness.cli;

import dev.parley.network.check.CheckResult;
import dev.parley.network.check.CheckResult.Line;
import dev.parley.network.check.CheckResult.Way;
import dev.parley.network.model.LinkTruth.Spread;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A check, told to people.
 *
 * @param out where it is told
 */
record CheckText(PrintWriter out) {

  void print(CheckResult result) {
    out.printf(
        Locale.ROOT,
        "%s: probes for %.1f s in real time, seed %d%n",
        result.network(),
        result.seconds(),
        result.seed());
    result.ways().forEach(this::print);
    out.println();
    switch (result.verdict()) {
      case AGREED -> out.println("Agreed: what came out is what the engine predicts.");
      case DIFFERS -> out.println("Not agreed: see the lines marked with DIFFERS.");
      case TOO_BUSY -> {
        out.println("The machine was too busy to tell:");
        result.busy().forEach(why -> out.println("  " + why));
      }
    }
  }

  private void print(Way way) {
    out.println();
    out.printf(
        "%-36s %10s %10s %10s %10s%n",
        "%s, %d packets of %d bytes".formatted(way.direction(), way.packets(), way.bytes()),
        "asked",
        "predicted",
        "achieved",
        "allowed");
    for (Line line : way.lines()) {
      out.printf(
          "  %-34s %10s %10s %10s %10s%s%n",
          line.unit().isEmpty() ? line.what() : line.what() + " [" + line.unit() + "]",
          number(line.asked()),
          number(line.predicted()),
          number(line.achieved()),
          number(line.allowed()),
          line.agrees() ? "" : "  DIFFERS");
    }
    Spread late = way.lateness();
    if (late != null) {
      out.printf(
          Locale.ROOT,
          "  late against its due time: median %.3f ms, p95 %.3f ms, p99 %.3f ms, most %.3f ms%n",
          late.p50(),
          late.p95(),
          late.p99(),
          late.max());
    }
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "-";
    }
    return value == Math.rint(value) && value < 1e6
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
