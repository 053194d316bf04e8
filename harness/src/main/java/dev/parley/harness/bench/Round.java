package dev.parley.harness.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of one program.
 *
 * @param outcome {@code done} for the bare program, the cell's outcome for Parley
 * @param wallSeconds from the program's start to its end
 * @param windowSeconds how much of that was measuring
 * @param connectedSeconds from the program's start until both were connected; null where unknown
 * @param firstFrameSeconds from the program's start until both saw a frame; null where unknown
 * @param cpuSeconds user and system time of all its processes
 * @param sampleCostsMs what single samples took of the page's main thread; none for the bare one
 * @param before the machine just before the program started
 */
public record Round(
    String outcome,
    double wallSeconds,
    double windowSeconds,
    @Nullable Double connectedSeconds,
    @Nullable Double firstFrameSeconds,
    double cpuSeconds,
    List<Double> sampleCostsMs,
    Idle before) {

  public Round {
    sampleCostsMs = List.copyOf(sampleCostsMs);
  }

  /** Wall time less the measured window, in seconds. */
  public double overheadSeconds() {
    return wallSeconds - windowSeconds;
  }
}
