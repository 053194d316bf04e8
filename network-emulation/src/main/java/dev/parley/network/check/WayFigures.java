package dev.parley.network.check;

import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of one direction's probes.
 *
 * @param rate in bit/s, overhead included, while the bottleneck was filled
 * @param delayMs the median of the calm part; null where nothing came
 * @param jitterMs from the 5 % to the 95 % quantile of the delays of the calm part; null where
 *     nothing came
 * @param loss the share that was lost in the calm part
 * @param burst the mean number of packets lost in a row in the calm part; null without loss
 * @param duplicated the share of all that came twice
 * @param corrupted the share of all that came with a flipped bit
 */
record WayFigures(
    double rate,
    @Nullable Double delayMs,
    @Nullable Double jitterMs,
    double loss,
    @Nullable Double burst,
    double duplicated,
    double corrupted) {

  /**
   * The figures of some fates.
   *
   * @param overheadBytes of each packet on the link
   */
  static WayFigures of(
      ProbePlan plan, Arrivals arrivals, Fates fates, Window window, int overheadBytes) {
    long[] delays =
        LongStream.range(0, plan.calm())
            .filter(i -> fates.exit((int) i) != Fates.NEVER)
            .map(i -> fates.exit((int) i) - arrivals.nanos((int) i))
            .sorted()
            .toArray();
    int lost = plan.calm() - delays.length;
    int runs = runs(plan, fates);
    return new WayFigures(
        window.rate(fates, plan.bytes() + overheadBytes),
        delays.length == 0 ? null : quantile(delays, 0.5),
        delays.length == 0 ? null : quantile(delays, 0.95) - quantile(delays, 0.05),
        plan.calm() == 0 ? 0 : (double) lost / plan.calm(),
        runs == 0 ? null : (double) lost / runs,
        share(fates, number -> fates.copies(number) > 1),
        share(fates, fates::isCorrupted));
  }

  private static int runs(ProbePlan plan, Fates fates) {
    int runs = 0;
    for (int i = 0; i < plan.calm(); i++) {
      boolean lost = fates.exit(i) == Fates.NEVER;
      runs += lost && (i == 0 || fates.exit(i - 1) != Fates.NEVER) ? 1 : 0;
    }
    return runs;
  }

  private static double share(Fates fates, IntPredicate of) {
    int count = 0;
    for (int i = 0; i < fates.size(); i++) {
      count += of.test(i) ? 1 : 0;
    }
    return fates.size() == 0 ? 0 : (double) count / fates.size();
  }

  private static double quantile(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
  }

  /**
   * While what was sent at full load came out.
   *
   * @param fromNanos after a quarter of it, and the propagation delay
   * @param toNanos until the last of it, and the propagation delay
   */
  record Window(long fromNanos, long toNanos) {
    static Window of(ProbePlan plan, Arrivals arrivals, long delayNanos) {
      int packets = plan.atNanos().size();
      int first = plan.calm() + (packets - plan.calm()) / 4;
      return new Window(
          arrivals.nanos(Math.min(first, packets - 1)) + delayNanos,
          arrivals.nanos(packets - 1) + delayNanos);
    }

    double rate(Fates fates, int bytes) {
      int count = 0;
      for (int i = 0; i < fates.size(); i++) {
        count += fates.exit(i) >= fromNanos && fates.exit(i) < toNanos ? fates.copies(i) : 0;
      }
      return toNanos <= fromNanos ? 0 : count * 8e9 * bytes / (toNanos - fromNanos);
    }
  }
}
