package dev.parley.harness.bench;

import dev.parley.harness.bench.CallBenchResult.Line;
import dev.parley.harness.bench.CallBenchResult.Reached;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a comparison to people. */
public final class CallBenchText {
  private final PrintWriter out;

  /** Tells it here. */
  public CallBenchText(PrintWriter out) {
    this.out = out;
  }

  /** Prints every figure, what it was made of, and what the machine was like. */
  public void print(CallBenchResult result) {
    row("", "Parley", "bare", "peer's tool", "aim");
    for (Line line : result.lines()) {
      row(
          line.name(),
          number(line.parley(), line.unit()),
          number(line.bare(), line.unit()),
          number(line.peer(), line.unit()),
          aim(line, result.reached(line)));
    }
    out.println();
    out.println("Rounds, in the order of running:");
    rounds("parley", result.parley());
    rounds("bare", result.bare());
    out.println("Warm cells: " + all(result.warmOverheadsSeconds()) + " s over their windows;");
    out.printf(
        Locale.ROOT,
        "  %d of %d participants had a warm browser.%n",
        result.warmParticipants(),
        2 * result.warmOverheadsSeconds().size());
    out.println(
        result.busy()
            ? "The machine was too busy to tell: others used it before our programs started."
            : "The machine was quiet before each program.");
  }

  private void row(String name, String parley, String bare, String peer, String aim) {
    out.printf("%-26s %10s %10s %12s  %s%n", name, parley, bare, peer, aim);
  }

  private static String aim(Line line, Reached reached) {
    if (line.aim() == null) {
      return "";
    }
    String aim = String.format(Locale.ROOT, "<= %.2f", line.aim());
    String found = line.judged() == null ? "-" : String.format(Locale.ROOT, "%.2f", line.judged());
    return "%s (%s, found %s)"
        .formatted(reached.name().toLowerCase(Locale.ROOT).replace('_', ' '), aim, found);
  }

  private void rounds(String name, List<Round> rounds) {
    for (Round round : rounds) {
      out.printf(
          Locale.ROOT,
          "  %-7s %s: wall %.2f s, window %.2f s, overhead %.2f s, CPU %.1f s; before: CPU %s,"
              + " load %s, pressure %s%n",
          name,
          round.outcome(),
          round.wallSeconds(),
          round.windowSeconds(),
          round.overheadSeconds(),
          round.cpuSeconds(),
          number(round.before().cpu(), ""),
          number(round.before().load(), ""),
          number(round.before().pressure(), ""));
    }
  }

  private static String all(List<Double> values) {
    return values.isEmpty()
        ? "none"
        : values.stream().map(value -> number(value, "")).collect(Collectors.joining(" "));
  }

  private static String number(@Nullable Double value, String unit) {
    return value == null
        ? "-"
        : String.format(Locale.ROOT, unit.isEmpty() ? "%.2f" : "%.2f " + unit, value);
  }
}
