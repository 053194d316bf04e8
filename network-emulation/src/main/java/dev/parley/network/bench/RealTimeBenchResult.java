package dev.parley.network.bench;

import dev.parley.network.model.LinkTruth.Spread;
import java.util.List;

/**
 * What the emulator does in real time on this machine, beside references of the same run.
 *
 * @param lateness at rising packet rates
 * @param throughput of 1200-byte packets, as fast as they pass
 */
public record RealTimeBenchResult(List<Pace> lateness, Throughput throughput) {

  public RealTimeBenchResult {
    lateness = List.copyOf(lateness);
  }

  /**
   * One packet rate, at a delay of 50 ms; times in milliseconds.
   *
   * @param perSecond packets asked for
   * @param sent packets that were sent in the time
   * @param lost packets that the emulator took or should have taken, but that did not leave it
   * @param emulator how late packets left the emulator
   * @param sleeping how late a plain sleep-based scheduler ran tasks at the same rate
   * @param bare how long packets took straight from socket to socket
   * @param cpu of the emulator's threads, in cores
   */
  public record Pace(
      int perSecond,
      long sent,
      long lost,
      Spread emulator,
      Spread sleeping,
      Spread bare,
      double cpu) {

    /** Cores for 10 Mbit/s of 1200-byte packets: what a call of good quality takes. */
    public double cpuPerTenMegabits() {
      return cpu * 10e6 / (8.0 * RealTimeBench.BYTES * sent / RealTimeBench.SECONDS);
    }
  }

  /**
   * Packets a second, with so few on their way that none is lost.
   *
   * @param emulator through a perfect link
   * @param bare through a loop that receives and sends
   * @param emulatorLost of those, packets that never came; 0 unless the system dropped them
   */
  public record Throughput(double emulator, double bare, long emulatorLost) {
    /** The emulator's share of the bare rate. */
    public double share() {
      return bare == 0 ? 0 : emulator / bare;
    }
  }
}
