package dev.parley.harness.bench;

import dev.parley.network.bench.RealTimeBenchResult;
import dev.parley.network.bench.RealTimeBenchResult.Pace;
import dev.parley.network.bench.RealTimeBenchResult.Throughput;
import dev.parley.network.bench.VirtualBenchResult;
import dev.parley.network.model.LinkTruth.Spread;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Tells people how accurate and how quick the emulator is.
 *
 * @param out where it is told
 */
public record NetworkBenchText(PrintWriter out) {
  private static final double MEDIAN_AIM_MS = 0.1;
  private static final double P99_AIM_MS = 1;
  private static final double SHARE_AIM = 0.7;
  private static final double RATE_AIM = 40_000;
  private static final double CPU_AIM = 0.05;

  /** What the engine does in virtual time. */
  public void print(VirtualBenchResult result) {
    say("Virtual time, seed %d:", result.seed());
    say("  %-44s %12s %12s %10s", "", "asked", "measured", "allowed");
    for (VirtualBenchResult.Line line : result.lines()) {
      say(
          "  %-44s %12.4f %12.4f %10.4f  %s",
          line.unit().isEmpty() ? line.what() : line.what() + " [" + line.unit() + "]",
          line.asked(),
          line.measured(),
          line.allowed(),
          line.reached() ? "reached" : "MISSED");
    }
    say(
        "  computes %.0f packets a second, a bare queue of due times %.0f",
        result.throughput().engine(), result.throughput().plainQueue());
    out.println();
  }

  /** What the emulator does in real time. */
  public void print(RealTimeBenchResult result) {
    say("Real time on loopback, 1200-byte packets, delay 50 ms; lateness in ms, median / p99:");
    say(
        "  %9s %16s %16s %16s %6s  %s",
        "packets/s", "emulator", "sleeping", "bare path", "lost", "aim");
    result.lateness().forEach(this::print);
    Throughput throughput = result.throughput();
    say(
        "  as fast as they pass: emulator %.0f packets/s, bare %.0f, lost %d; %s",
        throughput.emulator(),
        throughput.bare(),
        throughput.emulatorLost(),
        aim(
            throughput.share() >= SHARE_AIM
                && throughput.emulator() >= Math.min(RATE_AIM, throughput.bare() * SHARE_AIM),
            "%.2f x bare, aim %.1f".formatted(throughput.share(), SHARE_AIM)));
    Pace call = result.lateness().get(0);
    say(
        "  CPU for a call of 10 Mbit/s: %.1f %% of a core; %s",
        100 * call.cpuPerTenMegabits(), aim(call.cpuPerTenMegabits() <= CPU_AIM, "aim 5 %"));
    out.flush();
  }

  private void print(Pace pace) {
    boolean reached = pace.emulator().p50() <= MEDIAN_AIM_MS && pace.emulator().p99() <= P99_AIM_MS;
    say(
        "  %9d %16s %16s %16s %6d  %s",
        pace.perSecond(),
        words(pace.emulator()),
        words(pace.sleeping()),
        words(pace.bare()),
        pace.lost(),
        aim(reached, "median 0.1, p99 1"));
  }

  private static String words(Spread spread) {
    return String.format(Locale.ROOT, "%.3f / %.3f", spread.p50(), spread.p99());
  }

  private static String aim(boolean reached, String words) {
    return (reached ? "reached: " : "missed: ") + words;
  }

  private void say(String form, Object... values) {
    out.printf(Locale.ROOT, form + "%n", values);
  }
}
