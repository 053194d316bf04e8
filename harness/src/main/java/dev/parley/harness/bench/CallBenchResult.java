package dev.parley.harness.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found.
 *
 * @param window how long each call was asked to be measured
 * @param parley Parley's rounds
 * @param bare the bare program's rounds
 * @param warmOverheadsSeconds what warm cells took over their windows
 * @param warmParticipants how many participants of those cells had a warm browser
 */
public record CallBenchResult(
    Duration window,
    List<Round> parley,
    List<Round> bare,
    List<Double> warmOverheadsSeconds,
    long warmParticipants) {
  /** A machine that others use more than this cannot tell. */
  private static final double BUSY_CPU = 0.2;

  private static final double OVERHEAD_AIM = 1.10;
  private static final double WARM_AIM = 0.4;
  private static final double PROBE_AIM_MS = 2;
  private static final double PEER_OVERHEAD_S = 4.2;
  private static final double PEER_CPU_S = 15.8;

  public CallBenchResult {
    parley = List.copyOf(parley);
    bare = List.copyOf(bare);
    warmOverheadsSeconds = List.copyOf(warmOverheadsSeconds);
  }

  /** Whether an aim was reached. */
  public enum Reached {
    YES,
    NO,
    /** The machine was too busy, or nothing was measured. */
    CANNOT_TELL
  }

  /**
   * A figure of both programs.
   *
   * @param name what it is
   * @param unit its unit; empty for a ratio
   * @param parley of Parley; null where it was not measured
   * @param bare of the bare program; null where there is none
   * @param peer of a peer's tool, as it was published; null where unknown
   * @param aim the limit for {@code judged}; null where there is no aim
   * @param judged the figure that the aim is for; null where there is none
   */
  public record Line(
      String name,
      String unit,
      @Nullable Double parley,
      @Nullable Double bare,
      @Nullable Double peer,
      @Nullable Double aim,
      @Nullable Double judged) {}

  /** Every figure, in the order in which they are told. */
  public List<Line> lines() {
    Double one = Figures.median(parley, Round::overheadSeconds);
    Double other = Figures.median(bare, Round::overheadSeconds);
    Double warm = Figures.median(warmOverheadsSeconds);
    Double probe =
        Figures.median(parley.stream().flatMap(r -> r.sampleCostsMs().stream()).toList());
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "overhead of one cell",
            "s",
            one,
            other,
            PEER_OVERHEAD_S,
            OVERHEAD_AIM,
            Figures.ratio(one, other)));
    lines.add(
        new Line(
            "overhead of a warm cell",
            "s",
            warm,
            other,
            null,
            WARM_AIM,
            Figures.ratio(warm, other)));
    lines.add(pair("launch to connected", Round::connectedSeconds));
    lines.add(pair("launch to first frame", Round::firstFrameSeconds));
    lines.add(
        new Line(
            "CPU time",
            "s",
            Figures.median(parley, Round::cpuSeconds),
            Figures.median(bare, Round::cpuSeconds),
            window.equals(Duration.ofSeconds(10)) ? Double.valueOf(PEER_CPU_S) : null,
            null,
            null));
    lines.add(new Line("probe's cost of a sample", "ms", probe, null, null, PROBE_AIM_MS, probe));
    return lines;
  }

  private Line pair(String name, Function<Round, @Nullable Double> figure) {
    return new Line(
        name, "s", Figures.median(parley, figure), Figures.median(bare, figure), null, null, null);
  }

  /** Whether a line's aim was reached on this machine. */
  public Reached reached(Line line) {
    if (line.aim() == null || line.judged() == null || busy()) {
      return Reached.CANNOT_TELL;
    }
    return line.judged() <= line.aim() ? Reached.YES : Reached.NO;
  }

  /** Whether others used the machine so much that the figures say little about Parley. */
  public boolean busy() {
    List<Round> all = new ArrayList<>(parley);
    all.addAll(bare);
    Double cpu =
        Figures.median(
            all.stream().map(round -> round.before().cpu()).filter(Objects::nonNull).toList());
    return cpu != null && cpu > BUSY_CPU;
  }
}
