package dev.parley.network.check;

import dev.parley.network.model.LinkTruth.Spread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network was asked to do, what the engine predicts for the very same arrivals, and what
 * came out of it in real time.
 *
 * @param network its name
 * @param seed of the impairments
 * @param seconds how long probes were sent
 * @param ways each direction
 * @param busy why the machine was too busy to tell; empty where it was not
 */
public record CheckResult(
    String network, long seed, double seconds, List<Way> ways, List<String> busy) {

  public CheckResult {
    ways = List.copyOf(ways);
    busy = List.copyOf(busy);
  }

  /** What a check came to. */
  public enum Verdict {
    /** Every line agrees. */
    AGREED,
    /** Some line does not. */
    DIFFERS,
    /** The machine was too busy to tell. */
    TOO_BUSY
  }

  /** The verdict; a machine that was too busy tells nothing, whatever the lines say. */
  public Verdict verdict() {
    if (!busy.isEmpty()) {
      return Verdict.TOO_BUSY;
    }
    boolean agreed = ways.stream().flatMap(way -> way.lines().stream()).allMatch(Line::agrees);
    return agreed ? Verdict.AGREED : Verdict.DIFFERS;
  }

  /**
   * One direction.
   *
   * @param direction {@code down} or {@code up}
   * @param packets how many were sent
   * @param bytes UDP payload of each
   * @param lines its figures
   * @param lateness in milliseconds, of what left the emulator against its due time; null where
   *     nothing left it
   */
  public record Way(
      String direction, int packets, int bytes, List<Line> lines, @Nullable Spread lateness) {
    public Way {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One figure.
   *
   * @param what it is
   * @param unit of all its numbers
   * @param asked by the profile; null where it says nothing of it
   * @param predicted by the engine in virtual time
   * @param achieved in real time, by the receiver
   * @param allowed the largest difference between those two
   */
  public record Line(
      String what,
      String unit,
      @Nullable Double asked,
      double predicted,
      double achieved,
      double allowed) {

    /** Whether achieved and predicted differ by no more than is allowed. */
    public boolean agrees() {
      return Math.abs(achieved - predicted) <= allowed + 1e-9;
    }
  }
}
