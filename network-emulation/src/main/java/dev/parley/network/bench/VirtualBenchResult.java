package dev.parley.network.bench;

import java.util.List;

/**
 * What the engine did in virtual time, against what was asked of it.
 *
 * @param seed of every random stream
 * @param lines accuracy, each with its bound
 * @param throughput how fast the engine computes
 */
public record VirtualBenchResult(long seed, List<Line> lines, Throughput throughput) {

  public VirtualBenchResult {
    lines = List.copyOf(lines);
  }

  /** Whether every line is within its bound. */
  public boolean reached() {
    return lines.stream().allMatch(Line::reached);
  }

  /**
   * One figure.
   *
   * @param what it is, in a few words
   * @param unit of all three numbers, as in {@code %} or {@code ns}
   * @param asked by the model, computed without the engine
   * @param measured of the engine
   * @param allowed the largest difference
   */
  public record Line(String what, String unit, double asked, double measured, double allowed) {
    /** Whether the difference is allowed. */
    public boolean reached() {
      return Math.abs(measured - asked) <= allowed;
    }
  }

  /**
   * How many packets a second of computing; wall time, so it is a figure and no verdict.
   *
   * @param engine through a link with loss, capacity, delay and jitter
   * @param plainQueue through a bare {@link java.util.PriorityQueue} of packets by their due times
   */
  public record Throughput(double engine, double plainQueue) {}
}
